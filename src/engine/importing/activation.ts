import type { Shape } from '../../network/layers/shape';

/**
 * How the axes of a layer's output lie in the file's tensor, the batch axis left out: an image as C×H×W or H×W×C, or
 * features. `channelsFirstFeatures` are features that the file has in the order of C×H×W and the layer in that of H×W×C.
 */
export type Order = 'channelsFirst' | 'channelsLast' | 'features' | 'channelsFirstFeatures';

/** What a layer gives. */
export interface Activation {
  readonly type: 'activation';
  /** Id of the layer, or null where something was left out that no layer stands for. */
  readonly layer: string | null;
  /** Of the layer's output, channels last; null where it isn't known. */
  readonly shape: Shape | null;
  readonly order: Order;
  /** Of channelsFirstFeatures: the image that was flattened. */
  readonly image?: Shape;
}

/** How the axes of a layer lie that keeps those of x. */
export function orderOf({ order, image }: Activation): Pick<Activation, 'order' | 'image'> {
  return image === undefined ? { order } : { order, image };
}
