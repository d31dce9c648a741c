import type { Run } from '../../training/run';

/** The last layer with weights, whose gradient has passed no other, and log₁₀ of its norm at a sample. */
export function lastLayerNorm(
  run: Run,
  sample: number,
): { readonly id: string; readonly label: string; readonly log10Norm: number } | null {
  const last = run.weightedNodes.toSorted((left, right) => left.depth - right.depth).at(-1);
  const index = last === undefined ? null : run.log.indexOfNode(last.id);
  if (last === undefined || index === null || sample < 0) return null;
  const label = run.document.nodes.find(({ id }) => id === last.id)?.label ?? last.id;
  return { id: last.id, label, log10Norm: Math.log10(run.log.gradientNorm(sample, index)) };
}
