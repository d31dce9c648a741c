import { type DepthNorm, type FlowVerdict, judgeFlow } from './flowVerdict';
import type { Snapshot } from './snapshot';

/** The layers with kernels and their gradients. */
export function depthNorms({ nodes, weights }: Snapshot): readonly DepthNorm[] {
  const kernels = new Map(weights.toReversed().map((weight) => [weight.node, weight]));
  return nodes.flatMap(({ id, label, depth, gradientNorm }) => {
    if (depth === null || Number.isNaN(gradientNorm)) return [];
    const ratio = Math.log10(kernels.get(id)?.updateRatio ?? Number.NaN);
    return [
      {
        ...{ label, depth },
        log10Norm: Math.log10(gradientNorm),
        log10UpdateRatio: Number.isNaN(ratio) ? null : ratio,
      },
    ];
  });
}

/** What the gradients of a snapshot do from the last layer with a kernel back to the first. */
export function flowOfSnapshot(snapshot: Snapshot): FlowVerdict {
  return judgeFlow(depthNorms(snapshot));
}
