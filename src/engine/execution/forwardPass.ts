import type { LayerNode } from '../../network/graph/document';
import { lossWeight, mainOutput } from '../../network/graph/mainOutput';
import type { LossOps, Ops } from '../../network/layers/ops';
import type { TrainedLayer } from './trainedLayers';

/** What one pass through the network gave. */
export interface ForwardPass<Tensor> {
  /** Output of each layer, by node id. */
  readonly outputs: ReadonlyMap<string, Tensor>;
  /** The loss of each Output by itself, by node id. */
  readonly losses: ReadonlyMap<string, Tensor>;
  /** The sum of the losses, each times its Output's weight. */
  readonly loss: Tensor;
  /** The main output's. */
  readonly metric: Tensor;
}

export interface ForwardPassInputs<Tensor> {
  readonly images: Tensor;
  readonly labels: Tensor;
  /** Weights by node id and name. */
  readonly weights: ReadonlyMap<string, Readonly<Record<string, Tensor>>>;
}

/** How an executor carries out a pass. */
export interface PassInterpreter<Tensor> {
  /** The op set as it acts within this layer. */
  opsOf(layer: LayerNode): Ops<Tensor> & LossOps<Tensor>;
  /** Runs what belongs to this layer. */
  inLayer<Result>(node: string, run: () => Result): Result;
  /** Hears of the output of a layer that has inputs. */
  layerDone(output: Tensor, layer: TrainedLayer): void;
}

/** Runs the layers' forward passes in order, then the losses of the Outputs among them and the main one's metric. */
export function forwardPass<Tensor>(
  layers: readonly TrainedLayer[],
  { images, labels, weights }: ForwardPassInputs<Tensor>,
  { opsOf, inLayer, layerDone }: PassInterpreter<Tensor>,
): ForwardPass<Tensor> {
  const outputs = new Map<string, Tensor>();
  for (const layer of layers) {
    const { node, kind, inputs } = layer;
    const tensors = kind.inputs === 'none' ? [images] : inputs.flatMap((id) => outputs.get(id) ?? []);
    const output = inLayer(node.id, () =>
      kind.forward(opsOf(node), tensors, weights.get(node.id) ?? {}, node.config),
    );
    if (kind.inputs !== 'none') layerDone(output, layer);
    outputs.set(node.id, output);
  }

  const main = mainOutput(layers.map(({ node }) => node));
  const losses = new Map<string, Tensor>();
  const terms: Tensor[] = [];
  let metric: Tensor | undefined;
  for (const { node, kind } of layers) {
    const predictions = outputs.get(node.id);
    const { objective } = kind;
    if (objective === undefined || predictions === undefined) continue;
    inLayer(node.id, () => {
      const ops = opsOf(node);
      const own = objective(ops, predictions, labels, node.config);
      const weight = lossWeight(node);
      losses.set(node.id, own.loss);
      terms.push(weight === 1 ? own.loss : ops.scale(own.loss, weight));
      if (node.id === main?.id) metric = own.metric;
    });
  }
  const [loss, ...others] = terms;
  if (main === undefined || loss === undefined || metric === undefined)
    throw new Error('The network has no output layer with a loss: its analysis should have said so.');
  const total = others.length === 0 ? loss : inLayer(main.id, () => opsOf(main).add(terms));
  return { outputs, losses, loss: total, metric };
}
