import type { Analysis } from '../../network/analysis/analysis';
import { trainingMemory } from '../../network/analysis/memory';
import type { TrainingSettings } from '../../network/graph/trainingSettings';
import chart from '../charts/Chart.module.css';
import { formatBytes } from '../format/bytes';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { optimizerLabels } from '../training/settings/settingFields';
import styles from './CostTable.module.css';

interface CostHeadlineProps {
  analysis: Analysis;
  training: TrainingSettings;
}

/** What a training step holds in memory, and what most of it is. */
export function CostHeadline({ analysis, training }: CostHeadlineProps) {
  if (analysis.totals.trainable === 0)
    return (
      <p className={chart['sentence']} data-muted="true">
        {t`Draw a network that trains: what each layer costs shows here.`}
      </p>
    );
  const memory = trainingMemory(analysis, training);
  const parts = [
    [t`activations`, memory.activations],
    [t`their gradients`, memory.activationGradients],
    [t`weights`, memory.weights],
    [t`weight gradients`, memory.weightGradients],
    [t`${optimizerLabels[training.optimizer.type]}’s state`, memory.optimizer],
  ] as const;
  const listed = parts
    .filter(([, bytes]) => bytes > 0)
    .map(([name, bytes]) => `${name} ${formatBytes(bytes)}`)
    .join(', ');
  return (
    <p
      className={chart['sentence']}
      title={t`${listed}. An account of the tensors of one step, if none were freed before its end; the status bar says what the whole run is expected to take.`}
    >
      {rich`A training step with batches of ${training.batchSize} holds ${<b>{formatBytes(memory.total)}</b>}`}{' '}
      <span className={styles['parts']}>{listed}</span>
    </p>
  );
}
