import { Gauge, Square } from 'lucide-react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { ClassTable } from './ClassTable';
import { ConfusionMatrix } from './ConfusionMatrix';
import styles from './EvaluateTab.module.css';
import { EvaluationHeadline } from './EvaluationHeadline';
import { useEvaluation } from './evaluationStore';
import { MistakeGallery } from './MistakeGallery';
import type { OpenedNetwork } from './usingStore';

/** How the network tells the images of a split: what it confuses, how well it knows each class, its worst mistakes. */
export function EvaluateTab({ opened }: { opened: OpenedNetwork }) {
  const { split, progress, evaluation, failure, chooseSplit, evaluate, stop } = useEvaluation();
  const { label, validationImages, testImages } = opened.dataset;
  return (
    <>
      <div className={styles['bar']}>
        <SegmentedControl
          label={t`Images`}
          look="overlay"
          value={split}
          segments={[
            { value: 'validation', label: t`Validation ${formatInteger(validationImages)}` },
            { value: 'test', label: t`Test ${formatInteger(testImages)}` },
          ]}
          onChange={chooseSplit}
        />
        {progress === null ? (
          <button type="button" className={styles['start']} onClick={evaluate}>
            <Gauge size={14} aria-hidden="true" />
            {t`Evaluate`}
          </button>
        ) : (
          <>
            <FramedButton onClick={stop}>
              <Square size={12} aria-hidden="true" />
              {t`Stop`}
            </FramedButton>
            <span className={styles['progress']} role="status">
              {say(progress.activity)}
              <span aria-live="off">
                {progress.progress !== null && ` ${Math.round(progress.progress * 100)} %`}
                {progress.secondsLeft !== null && t`, ${Math.ceil(progress.secondsLeft)} s left`}
              </span>
            </span>
          </>
        )}
        {evaluation !== null && <EvaluationHeadline evaluation={evaluation} />}
      </div>
      {failure !== null && (
        <p className={styles['failure']} role="alert">
          {t`${say(failure.message)} ${say(failure.advice)} Try it works all the same: it needs no dataset.`}
        </p>
      )}
      {evaluation === null ? (
        <div className={styles['lesson']}>
          <h3>{t`What does it get wrong?`}</h3>
          <p>
            {t`Evaluate runs the network over all ${split} images of ${label}. One number, the accuracy, hides which classes are taken for which: the matrix shows that, and the pictures show whether you would have known better.`}
          </p>
        </div>
      ) : (
        <div className={styles['scroll']}>
          <div className={styles['tables']}>
            <ConfusionMatrix network={opened.name} evaluation={evaluation} />
            <ClassTable evaluation={evaluation} />
          </div>
          <MistakeGallery evaluation={evaluation} />
        </div>
      )}
    </>
  );
}
