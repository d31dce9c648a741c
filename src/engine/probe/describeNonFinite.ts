import type { NetworkDocument } from '../../network/graph/document';
import type { NonFiniteOrigin } from '../trainingExecutor';

/** Says where a value of a probe is not finite. */
export function describeNonFinite(
  { node, direction, value }: NonFiniteOrigin,
  { nodes }: NetworkDocument,
): string {
  const label = nodes.find(({ id }) => id === node)?.label ?? node;
  const what = value === 'NaN' ? 'NaN' : 'infinity';
  return direction === 'forward'
    ? `First ${what} in the values of ${label} (forward), at the first weights.`
    : `First ${what} in the gradient of ${label} (backward), at the first weights.`;
}
