import type { Analysis } from '../../../src/network/analysis/analysis';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { lossWeight, mainOutput } from '../../../src/network/graph/mainOutput';
import { layerKind } from '../../../src/network/layers/registry';
import { type Array64, array64 } from './array64';
import { type Float64Pass, float64Ops } from './float64Ops';

export interface Float64Run {
  readonly outputs: ReadonlyMap<string, Array64>;
  /** Weighted sum over the outputs while training, the main output's term outside. */
  readonly loss: number;
  readonly metric: number;
}

/** The reference's forward pass through a network. Layers whose output is `known` are not run again. */
export function runFloat64(
  document: NetworkDocument,
  analysis: Analysis,
  weights: ReadonlyMap<string, Array64>,
  images: Array64,
  labels: Int32Array,
  pass: Float64Pass,
  known: ReadonlyMap<string, Array64> = new Map(),
): Float64Run {
  const ops = float64Ops(pass);
  const outputs = new Map<string, Array64>();
  const main = mainOutput(document.nodes);
  let [loss, metric] = [0, Number.NaN];
  for (const id of analysis.order) {
    const node = document.nodes.find((candidate) => candidate.id === id);
    if (node === undefined) continue;
    const kind = layerKind(node.kind);
    const inputs = document.edges
      .filter(({ to }) => to === id)
      .sort((left, right) => left.input - right.input)
      .flatMap(({ from }) => outputs.get(from) ?? []);
    const own = [...weights].filter(([name]) => name.startsWith(`${id}/`));
    // A layer without its weights leads nowhere: the executor leaves it out.
    if (own.length < (analysis.nodes.get(id)?.weights.length ?? 0)) continue;
    const named = Object.fromEntries(own.map(([name, tensor]) => [name.slice(id.length + 1), tensor]));
    const output =
      known.get(id) ?? kind.forward(ops, kind.inputs === 'none' ? [images] : inputs, named, node.config);
    outputs.set(id, output);
    if (kind.objective === undefined) continue;
    const labelValues = array64([labels.length], (index) => labels[index] ?? 0);
    const objectives = kind.objective(ops, output, labelValues, node.config);
    if (pass.training || id === main?.id)
      loss += lossWeight(node) * (objectives.loss.values[0] ?? Number.NaN);
    if (id === main?.id) metric = objectives.metric.values[0] ?? Number.NaN;
  }
  if (main === undefined) throw new Error('The network has no output.');
  return { outputs, loss, metric };
}
