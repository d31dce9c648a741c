import { NoLayer } from '../../../importing/noLayer';
import type { KerasReader } from '../kerasLayer';
import { activationFunctions } from './activations';
import { add, multiply, subtract } from './merging';

/** TensorFlow's functions by the last part of their names: `__operators__.add` and `math.add` are Add. */
const functions: Readonly<Record<string, KerasReader>> = { add, multiply, subtract };

/** A function of TensorFlow's in a functional model of Keras 2: what `x + y` and `tf.nn.relu(x)` become there. */
export const tensorFlowFunction: KerasReader = (layer) => {
  const name = layer.text('function', '').split('.').at(-1) ?? '';
  const merge = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (merge !== undefined) return merge(layer);
  const plan = Object.hasOwn(activationFunctions, name) ? activationFunctions[name] : undefined;
  if (plan === undefined || plan === null)
    throw new NoLayer('it is a function of TensorFlow’s that no layer computes: build it of layers');
  return layer.layer({ ...plan, inputs: [layer.input] });
};
