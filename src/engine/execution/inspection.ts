import { mainOutput } from '../../network/graph/mainOutput';
import type { NonFiniteOrigin } from '../trainingExecutor';
import type { TrainedLayer } from './trainedLayers';

/** A value that can be looked at for NaN and infinity. */
export interface InspectedValue<Tensor> {
  readonly node: string;
  readonly direction: 'forward' | 'backward';
  readonly tensor: Tensor;
}

/** What a pass has computed, as far as it is inspected. */
export interface InspectedPass<Tensor> {
  readonly layers: readonly TrainedLayer[];
  /** Output of each layer, by node id. */
  readonly outputs: ReadonlyMap<string, Tensor>;
  /** The loss of each Output, by node id. */
  readonly losses: ReadonlyMap<string, Tensor>;
  /** That of the network. */
  readonly loss: Tensor;
  /** For each layer the gradient of its output, null where none reaches it. */
  readonly activationGradients: readonly (Tensor | null)[];
  readonly weightGradients: readonly { readonly node: string; readonly gradient: Tensor }[];
}

/** Outputs and the losses in forward order, then gradients from the losses back: of each layer's output, then of its weights. */
export function inspectedValues<Tensor>({
  layers,
  outputs,
  losses,
  loss,
  activationGradients,
  weightGradients,
}: InspectedPass<Tensor>): readonly InspectedValue<Tensor>[] {
  const forward = layers.flatMap(({ node: { id } }): InspectedValue<Tensor>[] => {
    const tensor = outputs.get(id);
    return tensor === undefined ? [] : [{ node: id, direction: 'forward', tensor }];
  });
  const ofOutputs = [...losses].map(
    ([node, tensor]): InspectedValue<Tensor> => ({ node, direction: 'forward', tensor }),
  );
  const main = mainOutput(layers.map(({ node }) => node))?.id ?? '';
  const backward = layers
    .map(({ node: { id } }, index) => {
      const own = activationGradients[index] ?? null;
      const ofWeights = weightGradients.filter(({ node }) => node === id).map(({ gradient }) => gradient);
      return (own === null ? ofWeights : [own, ...ofWeights]).map(
        (tensor): InspectedValue<Tensor> => ({ node: id, direction: 'backward', tensor }),
      );
    })
    .toReversed();
  const total: InspectedValue<Tensor> = { node: main, direction: 'forward', tensor: loss };
  return [...forward, ...ofOutputs, total, ...backward.flat()];
}

/** The first of the values that holds a NaN or an infinity; a NaN counts where it holds both. */
export function firstOrigin<Tensor>(
  values: readonly InspectedValue<Tensor>[],
  inspect: (
    value: InspectedValue<Tensor>,
    index: number,
  ) => { readonly hasNaN: boolean; readonly hasInfinity: boolean },
): NonFiniteOrigin | null {
  for (const [index, value] of values.entries()) {
    const { node, direction } = value;
    const { hasNaN, hasInfinity } = inspect(value, index);
    if (hasNaN) return { node, direction, value: 'NaN' };
    if (hasInfinity) return { node, direction, value: 'Infinity' };
  }
  return null;
}
