import type { LossOps, Ops } from '../../network/layers/ops';
import type { TrainedLayer } from './trainedLayers';

/** What one pass through the network gave. */
export interface ForwardPass<Tensor> {
  /** Output of each layer, by node id. */
  readonly outputs: ReadonlyMap<string, Tensor>;
  readonly loss: Tensor;
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
  opsOf(node: string): Ops<Tensor> & LossOps<Tensor>;
  /** Runs what belongs to this layer. */
  inLayer<Result>(node: string, run: () => Result): Result;
  /** Hears of the output of a layer that has inputs. */
  layerDone(output: Tensor): void;
}

/** Runs the layers' forward passes in order, and the loss and metric of the last. */
export function forwardPass<Tensor>(
  layers: readonly TrainedLayer[],
  { images, labels, weights }: ForwardPassInputs<Tensor>,
  { opsOf, inLayer, layerDone }: PassInterpreter<Tensor>,
): ForwardPass<Tensor> {
  const outputs = new Map<string, Tensor>();
  for (const { node, kind, inputs } of layers) {
    const tensors = kind.inputs === 'none' ? [images] : inputs.flatMap((id) => outputs.get(id) ?? []);
    const output = inLayer(node.id, () =>
      kind.forward(opsOf(node.id), tensors, weights.get(node.id) ?? {}, node.config),
    );
    if (kind.inputs !== 'none') layerDone(output);
    outputs.set(node.id, output);
  }

  const last = layers.at(-1);
  const predictions = last && outputs.get(last.node.id);
  if (last?.kind.objective === undefined || predictions === undefined)
    throw new Error('The network has no output layer with a loss: its analysis should have said so.');
  const { objective } = last.kind;
  const objectives = inLayer(last.node.id, () =>
    objective(opsOf(last.node.id), predictions, labels, last.node.config),
  );
  return { outputs, ...objectives };
}
