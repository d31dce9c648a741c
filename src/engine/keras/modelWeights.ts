import type { KerasNode } from '../../network/code/keras/kerasNodes';
import type { KerasCall } from '../../network/layers/kerasLayer';
import type { Shape } from '../../network/layers/shape';

/** A weight of a layer of Keras's. */
export interface ModelWeight {
  /** As the layer calls it: `depthwise_kernel`. */
  readonly name: string;
  /** As the layer has it. */
  readonly shape: Shape;
  readonly trainable: boolean;
  /** Row-major. */
  readonly values: Float32Array;
}

/** The weights that a layer of Keras's has of ours, in its order. */
export function modelWeights(
  { node, weights: declared }: KerasNode,
  call: KerasCall,
  input: Shape,
  weights: ReadonlyMap<string, Float32Array>,
): readonly ModelWeight[] {
  return Object.keys(call.weights).flatMap((ours) => {
    const weight = declared.find(({ name }) => name === ours);
    if (weight === undefined) return [];
    const values = weights.get(`${node.id}/${ours}`);
    if (values === undefined) throw new Error(`${node.label} has no values for its ${ours}.`);
    const shape = kerasShape(call, ours, weight.shape, input);
    return [{ name: kerasName(call.className, ours), shape, trainable: weight.trainable, values }];
  });
}

/** Names that are not ours in snake case, by class and our name. */
const otherNames: Readonly<Record<string, string>> = {
  'DepthwiseConv2D/kernel': 'depthwise_kernel',
  'Conv2D/depthwiseKernel': 'kernel',
  'Conv2D/pointwiseKernel': 'kernel',
  'PReLU/slopes': 'alpha',
  'DigitDistances/kernel': 'bitmaps',
};

function kerasName(className: string, ours: string): string {
  return (
    otherNames[`${className}/${ours}`] ?? ours.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
  );
}

function kerasShape(
  { className, arguments: settings }: KerasCall,
  ours: string,
  shape: Shape,
  [, , channels = 1]: Shape,
): Shape {
  if (className === 'PReLU' && settings['shared_axes'] !== undefined) return [1, 1, ...shape];
  // A depthwise kernel, h×w×C×m, where the layer is a convolution of C groups: h×w×1×Cm.
  const [height = 1, width = 1, inputs = 1, multiplier = 1] = shape;
  const spread = className === 'Conv2D' && settings['groups'] === channels && inputs === channels;
  return spread && ours !== 'bias' ? [height, width, 1, inputs * multiplier] : shape;
}
