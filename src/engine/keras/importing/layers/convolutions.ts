import type { LayerConfig } from '../../../../network/layers/fields';
import { NoLayer } from '../../../importing/noLayer';
import type { KerasLayer, KerasReader } from '../kerasLayer';
import { withActivation } from './activations';
import { kernelInitialiser } from './initialiser';
import { paddingConfig } from './padding';

/** How filters slide, as our convolutions take it. */
function slidingConfig(layer: KerasLayer): LayerConfig {
  return {
    kernelSize: layer.pair('kernel_size', [1, 1]),
    strides: layer.pair('strides', [1, 1]),
    dilations: layer.pair('dilation_rate', [1, 1]),
    ...paddingConfig(layer),
  };
}

/** Names of weights, with that of the bias where the layer has one. */
function andBias(layer: KerasLayer, ...kernels: readonly string[]): readonly string[] {
  return layer.boolean('use_bias', true) ? [...kernels, 'bias'] : kernels;
}

export const conv2d: KerasReader = (layer) =>
  withActivation(
    layer,
    layer.layer({
      kind: 'conv2d',
      config: {
        filters: layer.number('filters', 0),
        ...slidingConfig(layer),
        groups: layer.number('groups', 1),
        useBias: layer.boolean('use_bias', true),
        ...kernelInitialiser(layer, 'kernel_initializer'),
      },
      weights: andBias(layer, 'kernel'),
    }),
  );

export const depthwiseConv2d: KerasReader = (layer) =>
  withActivation(
    layer,
    layer.layer({
      kind: 'depthwiseConv2d',
      config: {
        depthMultiplier: layer.number('depth_multiplier', 1),
        ...slidingConfig(layer),
        useBias: layer.boolean('use_bias', true),
        ...kernelInitialiser(layer, 'depthwise_initializer'),
      },
      weights: andBias(layer, 'kernel'),
    }),
  );

export const separableConv2d: KerasReader = (layer) =>
  withActivation(
    layer,
    layer.layer({
      kind: 'separableConv2d',
      config: {
        filters: layer.number('filters', 0),
        depthMultiplier: layer.number('depth_multiplier', 1),
        ...slidingConfig(layer),
        useBias: layer.boolean('use_bias', true),
        ...kernelInitialiser(layer, 'depthwise_initializer'),
      },
      weights: andBias(layer, 'depthwiseKernel', 'pointwiseKernel'),
    }),
  );

export const convTranspose2d: KerasReader = (layer) => {
  const added = layer.setting('output_padding') ?? null;
  if (added !== null) throw new NoLayer('it has an output padding: leave it to None');
  if (layer.pair('dilation_rate', [1, 1]).some((dilation) => dilation !== 1))
    throw new NoLayer('it has a dilation');
  return withActivation(
    layer,
    layer.layer({
      kind: 'convTranspose2d',
      config: {
        filters: layer.number('filters', 0),
        kernelSize: layer.pair('kernel_size', [1, 1]),
        strides: layer.pair('strides', [1, 1]),
        padding: layer.text('padding', 'valid'),
        useBias: layer.boolean('use_bias', true),
        ...kernelInitialiser(layer, 'kernel_initializer'),
      },
      weights: andBias(layer, 'kernel'),
    }),
  );
};

/** Of features; of an image Keras applies it to each pixel, which is a 1×1 convolution. */
export const dense: KerasReader = (layer) => {
  const units = layer.number('units', 0);
  const useBias = layer.boolean('use_bias', true);
  const initialiser = kernelInitialiser(layer, 'kernel_initializer');
  const plan = layer.isImage
    ? { kind: 'conv2d', config: { filters: units, kernelSize: [1, 1], useBias, ...initialiser } }
    : { kind: 'dense', config: { units, useBias, ...initialiser } };
  return withActivation(layer, layer.layer({ ...plan, weights: andBias(layer, 'kernel') }));
};

export const tableConv2d: KerasReader = (layer) =>
  layer.layer({
    kind: 'tableConv2d',
    config: { ...slidingConfig(layer), ...kernelInitialiser(layer, 'kernel_initializer') },
    weights: ['kernel', 'bias'],
  });
