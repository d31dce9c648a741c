import type { Run } from '../../training/run';

interface LastLayer {
  readonly id: string;
  readonly label: string;
  /** Its place in telemetry. */
  readonly index: number;
}

/** Found once for a run: every card on the canvas asks for it with each repaint. */
const lastLayers = new WeakMap<Run['weightedNodes'], LastLayer | null>();

/**
 * The last layer with weights that others are compared with, whose gradient has passed no other or a readout at most,
 * and log₁₀ of its norm at a sample.
 */
export function lastLayerNorm(
  run: Run,
  sample: number,
): { readonly id: string; readonly label: string; readonly log10Norm: number } | null {
  const known = lastLayers.get(run.weightedNodes);
  const last = known === undefined ? findLastLayer(run) : known;
  if (known === undefined) lastLayers.set(run.weightedNodes, last);
  if (last === null || sample < 0) return null;
  const { id, label, index } = last;
  return { id, label, log10Norm: Math.log10(run.log.gradientNorm(sample, index)) };
}

function findLastLayer({ weightedNodes, readouts, log, document }: Run): LastLayer | null {
  const last = weightedNodes
    .filter(({ id }) => !readouts.has(id))
    .toSorted((left, right) => left.depth - right.depth)
    .at(-1);
  const index = last === undefined ? null : log.indexOfNode(last.id);
  if (last === undefined || index === null) return null;
  return { id: last.id, label: document.nodes.find(({ id }) => id === last.id)?.label ?? last.id, index };
}
