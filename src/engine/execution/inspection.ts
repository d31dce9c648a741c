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
  readonly loss: Tensor;
  /** For each layer the gradient of its output, null where none reaches it. */
  readonly activationGradients: readonly (Tensor | null)[];
  readonly weightGradients: readonly { readonly node: string; readonly gradient: Tensor }[];
}

/** Outputs and the loss in forward order, then gradients from the loss back: of each layer's output, then of its weights. */
export function inspectedValues<Tensor>({
  layers,
  outputs,
  loss,
  activationGradients,
  weightGradients,
}: InspectedPass<Tensor>): readonly InspectedValue<Tensor>[] {
  const forward = layers.flatMap(({ node: { id } }): InspectedValue<Tensor>[] => {
    const tensor = outputs.get(id);
    return tensor === undefined ? [] : [{ node: id, direction: 'forward', tensor }];
  });
  const last = layers.at(-1)?.node.id ?? '';
  const backward = layers
    .map(({ node: { id } }, index) => {
      const own = activationGradients[index] ?? null;
      const ofWeights = weightGradients.filter(({ node }) => node === id).map(({ gradient }) => gradient);
      return (own === null ? ofWeights : [own, ...ofWeights]).map(
        (tensor): InspectedValue<Tensor> => ({ node: id, direction: 'backward', tensor }),
      );
    })
    .toReversed();
  return [...forward, { node: last, direction: 'forward', tensor: loss }, ...backward.flat()];
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
