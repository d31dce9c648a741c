import { formatCounted, formatInteger } from '../format/numbers';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { formatLoss, formatPercent } from '../training/formatValues';
import styles from './EvaluateTab.module.css';
import type { Evaluation } from './evaluationStore';

/** The result in a sentence, and whether it is what training wrote down. */
export function EvaluationHeadline({ evaluation }: { evaluation: Evaluation }) {
  const { accuracy, images, split, loss, topFive, recorded, mistakeCount } = evaluation;
  return (
    <p className={styles['headline']}>
      {rich`${<b>{formatPercent(accuracy, 2)}</b>} of ${formatInteger(images)} ${split} images are told right, ${formatCounted(mistakeCount, 'mistake')}. Loss ${formatLoss(loss)}${topFive !== null && t`, ${formatPercent(topFive, 2)} among the five most probable`}.`}
      {recorded !== null && (
        <span>
          {' '}
          {t`Training recorded ${formatPercent(recorded.metric, 2)} and ${formatLoss(recorded.loss)} at this step.`}
        </span>
      )}
    </p>
  );
}
