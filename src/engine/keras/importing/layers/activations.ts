import { z } from 'zod';
import type { LayerConfig } from '../../../../network/layers/fields';
import type { Activation } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import type { KerasLayer, KerasReader } from '../kerasLayer';

interface ActivationPlan {
  readonly kind: string;
  readonly config?: LayerConfig;
}

/** Keras's activation functions by name; null for the one that changes nothing. */
export const activationFunctions: Readonly<Record<string, ActivationPlan | null>> = {
  linear: null,
  elu: { kind: 'elu' },
  gelu: { kind: 'gelu', config: { form: 'exact' } },
  leaky_relu: { kind: 'leakyRelu', config: { slope: 0.2 } },
  relu: { kind: 'relu' },
  relu6: { kind: 'relu6' },
  sigmoid: { kind: 'sigmoid' },
  silu: { kind: 'silu' },
  softmax: { kind: 'softmax' },
  softplus: { kind: 'softplus' },
  swish: { kind: 'silu' },
  tanh: { kind: 'tanh' },
};

/** The name of a function in a layer's settings; Keras 3 writes those that are no strings as objects. */
function functionName(value: unknown): string {
  if (value === undefined || value === null) return 'linear';
  if (typeof value === 'string') return value;
  const { data } = objectSchema.safeParse(value);
  if (data === undefined) return 'activation';
  return typeof data.config === 'string' ? data.config : data.class_name;
}

const objectSchema = z.object({
  class_name: z.string(),
  config: z.union([z.string(), z.record(z.string(), z.unknown())]),
});

/** Layers that stand as the activation of another: `Conv2D(8, 3, activation=LeakyReLU())`. */
function layerAsActivation(layer: KerasLayer, made: Activation): Activation | null {
  const { data } = objectSchema.safeParse(layer.setting('activation'));
  if (data === undefined || typeof data.config === 'string') return null;
  const reader = Object.hasOwn(activationLayers, data.class_name)
    ? activationLayers[data.class_name]
    : undefined;
  return reader?.(layer.within(data.class_name, data.config, made)) ?? null;
}

/**
 * A layer that has an activation function of its own (`Conv2D(8, 3, activation="relu")`) is two layers of ours. Where
 * none computes the function, it is named and left out.
 */
export function withActivation(layer: KerasLayer, made: Activation): Activation {
  const name = functionName(layer.setting('activation'));
  const plan = Object.hasOwn(activationFunctions, name) ? activationFunctions[name] : undefined;
  if (plan === null) return made;
  if (plan !== undefined) return layer.layer({ ...plan, inputs: [made], suffix: name });
  const inside = layerAsActivation(layer, made);
  if (inside !== null) return inside;
  layer.draft.leaveOut({ ...layer.named, opType: name }, 'choose another activation in its place');
  return { ...made, layer: null };
}

export const activation: KerasReader = (layer) => {
  const name = functionName(layer.setting('activation'));
  const plan = Object.hasOwn(activationFunctions, name) ? activationFunctions[name] : undefined;
  if (plan === undefined)
    throw new NoLayer(`no layer computes ${name}: choose another activation in its place`);
  return plan === null ? layer.input : layer.layer(plan);
};

export const relu: KerasReader = (layer) => {
  const [most, slope, threshold] = [
    layer.setting('max_value') ?? null,
    layer.number('negative_slope', 0),
    layer.number('threshold', 0),
  ];
  if (threshold === 0 && most === null)
    return slope === 0
      ? layer.layer({ kind: 'relu' })
      : layer.layer({ kind: 'leakyRelu', config: { slope } });
  if (threshold === 0 && slope === 0 && most === 6) return layer.layer({ kind: 'relu6' });
  throw new NoLayer('it is cut off in a way that no layer has: choose ReLU or ReLU6 in its place');
};

/** Keras 2 calls the slope alpha. */
export const leakyRelu: KerasReader = (layer) =>
  layer.layer({
    kind: 'leakyRelu',
    config: { slope: layer.number('negative_slope', layer.number('alpha', 0.3)) },
  });

export const elu: KerasReader = (layer) =>
  layer.layer({ kind: 'elu', config: { alpha: layer.number('alpha', 1) } });

export const prelu: KerasReader = (layer) => {
  const shared = Array.isArray(layer.setting('shared_axes')) ? layer.axes('shared_axes') : [];
  if (layer.isImage && shared?.join() !== '0,1')
    throw new NoLayer('it has a slope for each pixel: share them along height and width, shared_axes=[1, 2]');
  return layer.layer({ kind: 'prelu', weights: ['slopes'] });
};

export const softmax: KerasReader = (layer) => {
  const axes = layer.setting('axis') === undefined ? null : layer.axes('axis');
  if (axes !== null && axes.join() !== String(layer.isImage ? 2 : 0))
    throw new NoLayer('it is not taken over the channels');
  return layer.layer({ kind: 'softmax' });
};

const activationLayers: Readonly<Record<string, KerasReader>> = {
  ELU: elu,
  LeakyReLU: leakyRelu,
  ReLU: relu,
  Softmax: softmax,
};
