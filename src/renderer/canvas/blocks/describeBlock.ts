import type { Problem } from '../../../network/analysis/analysis';
import type { BlockFacts } from '../../../network/analysis/blockFacts';
import { formatCount, formatCounted } from '../../format/numbers';
import type { WeakestLayer } from './useWeakestLayer';

interface BlockContent {
  readonly label: string;
  readonly facts: BlockFacts;
  readonly weakest: WeakestLayer | null;
  readonly problems: readonly Problem[];
}

/** A block's card in words: "conv3_x, block of 4, 40 layers, 28×28×512, 1.22M parameters, smallest gradient −1.6, healthy". */
export function describeBlock({ label, facts, weakest, problems }: BlockContent): string {
  const parts = [
    label,
    facts.times === null ? 'block' : `block of ${facts.times}`,
    formatCounted(facts.layers, 'layer'),
    facts.shape ?? 'shape unknown',
    `${formatCount(facts.parameters)} parameters`,
  ];
  if (weakest !== null) parts.push(`smallest ${weakest.text}`);
  if (weakest?.verdict != null) parts.push(weakest.verdict);
  return [...parts, ...problems.map(({ severity, message }) => `${severity}: ${message}`)].join(', ');
}
