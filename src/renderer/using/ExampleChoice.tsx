import { ChevronLeft, ChevronRight, Dices } from 'lucide-react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { formatInteger } from '../format/numbers';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { usePrediction } from './predictionStore';
import styles from './TryTab.module.css';
import type { OpenedNetwork } from './usingStore';

/** An image of the run's own dataset. */
export function ExampleChoice({ opened: { dataset, classNames } }: { opened: OpenedNetwork }) {
  const { image, predicted, ask } = usePrediction();
  const asked = image?.type === 'example' ? image : null;
  const split = asked?.split ?? 'validation';
  const example = asked === null ? null : (predicted?.example ?? null);
  const outOf = example?.outOf ?? (split === 'test' ? dataset.testImages : dataset.validationImages);
  const number = Math.min(asked?.number ?? 0, Math.max(0, outOf - 1));
  const show = (next: number) => ask({ type: 'example', split, number: next });
  return (
    <div className={styles['choice']}>
      <SegmentedControl
        label={t`Split`}
        value={asked === null ? null : split}
        segments={[
          { value: 'validation', label: t`Validation` },
          { value: 'test', label: t`Test` },
        ]}
        onChange={(chosen) => ask({ type: 'example', split: chosen, number: 0 })}
      />
      <div className={styles['steps']}>
        <FramedButton
          aria-label={t`Image before`}
          disabled={asked === null || number === 0}
          onClick={() => show(number - 1)}
        >
          <ChevronLeft size={14} aria-hidden="true" />
        </FramedButton>
        <span>
          {asked === null ? t`None yet` : t`Image ${formatInteger(number + 1)} of ${formatInteger(outOf)}`}
        </span>
        <FramedButton
          aria-label={t`Next image`}
          disabled={asked !== null && number >= outOf - 1}
          onClick={() => show(asked === null ? 0 : number + 1)}
        >
          <ChevronRight size={14} aria-hidden="true" />
        </FramedButton>
        <FramedButton onClick={() => show(Math.floor(Math.random() * outOf))}>
          <Dices size={14} aria-hidden="true" />
          {t`Any`}
        </FramedButton>
      </div>
      {example !== null && (
        <p className={styles['note']}>
          {rich`Labelled ${<b>{classNames[example.label] ?? example.label}</b>}.`}
        </p>
      )}
    </div>
  );
}
