import type { Problem } from '../../../network/analysis/analysis';
import type { BlockFacts } from '../../../network/analysis/blockFacts';
import { formatCount, formatCounted } from '../../format/numbers';
import { say } from '../../language/say';
import { t } from '../../language/t';
import type { WorstLayer } from './useWorstLayer';

interface BlockContent {
  readonly label: string;
  readonly facts: BlockFacts;
  readonly worst: WorstLayer | null;
  readonly problems: readonly Problem[];
}

/** A block's card in words: "conv3_x, block of 4, 40 layers, 28×28×512, 1.22M parameters, smallest gradient −1.6, healthy". */
export function describeBlock({ label, facts, worst, problems }: BlockContent): string {
  const parts = [
    label,
    facts.times === null ? t`block` : t`block of ${facts.times}`,
    formatCounted(facts.layers, 'layer'),
    facts.shape ?? t`shape unknown`,
    t`${formatCount(facts.parameters)} parameters`,
  ];
  if (facts.frozen > 0) parts.push(facts.trainable === 0 ? t`frozen` : t`partly frozen`);
  if (worst !== null) parts.push(worst.text);
  if (worst?.verdict != null) parts.push(say(worst.verdict));
  return [...parts, ...problems.map(({ severity, message }) => `${say(severity)}: ${say(message)}`)].join(
    ', ',
  );
}
