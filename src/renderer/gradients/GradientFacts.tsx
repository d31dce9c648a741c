import { formatFactor } from '../../network/health/formatFactor';
import { say } from '../language/say';
import { t } from '../language/t';
import type { Run } from '../training/run';
import { lastLayerNorm } from './flow/lastLayerNorm';
import { formatScientific } from './formatNorm';
import styles from './GradientSection.module.css';

interface GradientFactsProps {
  run: Run;
  nodeId: string;
  /** The layer's place in telemetry. */
  index: number;
  sample: number;
}

/** A layer's gradient against the last layer's, and by the value. */
export function GradientFacts({ run, nodeId, index, sample }: GradientFactsProps) {
  const { log } = run;
  const last = lastLayerNorm(run, sample);
  const norm = log.gradientNorm(sample, index);
  return (
    <dl className={styles['facts']}>
      {last !== null && last.id !== nodeId && (
        <div>
          <dt>{t`Compared with ${last.label}`}</dt>
          <dd>{compare(Math.log10(norm) - last.log10Norm)}</dd>
        </div>
      )}
      <div>
        <dt>{t`RMS of ∂L/∂a`}</dt>
        <dd>{formatScientific(log.gradientRms(sample, index))}</dd>
      </div>
    </dl>
  );
}

/** A difference in decades as a factor in words: "1,180× smaller". */
function compare(decades: number): string {
  if (Number.isNaN(decades)) return '–';
  if (decades === Number.NEGATIVE_INFINITY) return t`none left`;
  if (Math.abs(decades) < Math.log10(1.05)) return t`equal`;
  const factor = say(formatFactor(10 ** Math.abs(decades)));
  return decades < 0 ? t`${factor} smaller` : t`${factor} larger`;
}
