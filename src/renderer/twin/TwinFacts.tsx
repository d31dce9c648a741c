import { useMemo } from 'react';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { NetworkDocument } from '../../network/graph/document';
import { twinDifference } from '../../network/twin/twinDifference';
import { formatCount, formatInteger } from '../format/numbers';
import { FactList } from '../inspector/FactList';
import { Section } from '../inspector/Section';
import { say } from '../language/say';
import { t } from '../language/t';
import { analysisOf } from '../training/analysisOf';
import { formatLearningRate } from '../training/formatValues';
import styles from './TwinPanel.module.css';

interface FactsProps {
  document: NetworkDocument;
  twin: NetworkDocument;
}

/** In what the networks differ, and what makes the comparison fair. */
export function TwinDifferences({ document, twin }: FactsProps) {
  const { differences, sharedWeights, weights } = useMemo(
    () => twinDifference(document, twin),
    [document, twin],
  );
  const same =
    sharedWeights === weights ? t`the same initial weights` : t`the same initial weights where shapes agree`;
  return (
    <Section title={differences.length === 1 ? t`Only difference` : t`Differences`}>
      <ul className={styles['differences']}>
        {(differences.length === 0 ? [t`None: the same network twice`] : differences).map((words) => (
          <li key={words}>{say(words)}</li>
        ))}
      </ul>
      <p className={styles['note']}>
        {t`Seed ${document.training.seed}, ${same} (${formatInteger(sharedWeights)} of ${formatInteger(weights)} tensors), the same batches in the same order.`}
      </p>
    </Section>
  );
}

/** What the networks have in common, or each its own of. */
export function TwinFacts({ document, twin }: FactsProps) {
  const totals = useMemo(
    () => [analysisOf(document).totals, analysisOf(twin).totals] as const,
    [document, twin],
  );
  const { training } = document;
  return (
    <Section title={t`In common`}>
      <FactList
        facts={[
          [t`Parameters`, both(totals, ({ trainable }) => formatCount(trainable))],
          [t`Multiply-adds`, both(totals, ({ macs }) => formatCount(macs))],
          [t`Data`, say(datasetFacts(training.dataset).label)],
          [t`Optimizer`, both([training, twin.training], optimizerText)],
          [t`Batch, epochs`, `${formatInteger(training.batchSize)}, ${formatInteger(training.epochs)}`],
        ]}
      />
    </Section>
  );
}

/** A value of both; where they are not the same, the one and the other. */
function both<Part>([one, other]: readonly [Part, Part], text: (part: Part) => string): string {
  const [left, right] = [text(one), text(other)];
  return left === right ? left : t`${left} and ${right}`;
}

const optimizerNames: Readonly<Record<string, string>> = {
  sgd: 'SGD',
  momentum: 'SGD, momentum',
  nesterov: 'SGD, Nesterov',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
};

function optimizerText({ optimizer, learningRate }: NetworkDocument['training']): string {
  return `${optimizerNames[optimizer.type] ?? optimizer.type} ${formatLearningRate(learningRate)}`;
}
