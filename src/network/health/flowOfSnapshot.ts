import { type DepthNorm, type FlowVerdict, judgeFlow } from './flowVerdict';
import type { HealthThresholds } from './healthThresholds';
import type { Snapshot } from './snapshot';

/** The layers with kernels and their gradients; `readouts` are not compared with the others. */
export function depthNorms(
  { nodes, weights }: Snapshot,
  readouts: ReadonlySet<string> = new Set(),
): readonly DepthNorm[] {
  const kernels = new Map(weights.toReversed().map((weight) => [weight.node, weight]));
  return nodes.flatMap(({ id, label, depth, gradientNorm }) => {
    if (depth === null || Number.isNaN(gradientNorm)) return [];
    const ratio = Math.log10(kernels.get(id)?.updateRatio ?? Number.NaN);
    return [
      {
        ...{ label, depth, readout: readouts.has(id) },
        log10Norm: Math.log10(gradientNorm),
        log10UpdateRatio: Number.isNaN(ratio) ? null : ratio,
      },
    ];
  });
}

/** What the gradients of a snapshot do from the last layer with a kernel back to the first. */
export function flowOfSnapshot(
  snapshot: Snapshot,
  readouts: ReadonlySet<string>,
  thresholds: HealthThresholds,
): FlowVerdict {
  return judgeFlow(depthNorms(snapshot, readouts), false, thresholds);
}
