import {
  biasField,
  biasWeight,
  convolutionExtent,
  convolutionFields,
  convolutionOptions,
} from '../convolution';
import { defineLayer, only, weight } from '../defineLayer';
import { depthMultiplierField, depthwiseFans } from '../depthwise';
import { initialiserFields, initialiserOf } from '../initialiserFields';
import { kerasDepthwise } from '../kerasDepthwise';
import { unlessKerasDefault } from '../kerasLayer';
import { kerasSliding } from '../kerasSliding';
import { slidingOptions } from '../pytorchConvolution';
import { depthwiseAxes, pytorchModule, unlessDefault } from '../pytorchLayer';
import { elementCount, imageShape } from '../shape';
import { pairOf, slidingReach } from '../slidingWindow';

/**
 * Depthwise convolution (Sifre & Mallat 2013; Howard et al. 2017, "MobileNets", §3.1): H×W×C to H′×W′×(C·m), each
 * channel with filters of its own. Kernel kh×kw×C×m; output channel c·m + j comes of input channel c, as in Keras.
 */
export const depthwiseConv2d = defineLayer({
  kind: 'depthwiseConv2d',
  label: 'Depthwise conv',
  category: 'convolution',
  rank: 10,
  glyph: 'dwconv',
  stem: 'dwconv',
  summary:
    'Slides a filter of its own over each channel, without mixing channels. With a 1×1 convolution behind it, it does the work of a full one at a fraction of the cost.',
  inputs: 'one',
  fields: {
    depthMultiplier: depthMultiplierField,
    ...convolutionFields,
    useBias: biasField,
    ...initialiserFields,
  },

  title: ({ kernelSize: [height = 1, width = 1] }) => `Depthwise ${height}×${width}`,

  outputShape(inputs, config) {
    const extent = convolutionExtent('Depthwise convolution', inputs, config);
    if ('problem' in extent) return extent;
    return { shape: [extent.height, extent.width, extent.channels * config.depthMultiplier] };
  },

  weights(inputs, config) {
    const { depthMultiplier, useBias } = config;
    const [height, width] = pairOf(config.kernelSize);
    const channels = imageShape(inputs[0])?.channels ?? 0;
    const kernel = {
      name: 'kernel',
      shape: [height, width, channels, depthMultiplier],
      initialiser: initialiserOf(config),
      fans: depthwiseFans([height, width], depthMultiplier),
      trainable: true,
      decays: true,
    } as const;
    return useBias ? [kernel, biasWeight(channels * depthMultiplier)] : [kernel];
  },

  macs: (_inputs, output, { kernelSize }) => elementCount(output) * elementCount(kernelSize),
  reach: (_inputs, { kernelSize, strides, dilations }) => slidingReach(kernelSize, strides, dilations),

  forward(ops, inputs, weights, config) {
    const output = ops.depthwiseConv2d(only(inputs), weight(weights, 'kernel'), convolutionOptions(config));
    return config.useBias ? ops.biasAdd(output, weight(weights, 'bias')) : output;
  },
  pytorch({ inputs, output }, config) {
    const { kernelSize, options, before } = slidingOptions(inputs, config);
    const channels = imageShape(inputs[0])?.channels ?? 0;
    return {
      module: pytorchModule('nn.Conv2d', [channels, output[2] ?? 0, kernelSize], {
        ...options,
        groups: channels,
        ...unlessDefault({ bias: config.useBias }, { bias: true }),
      }),
      ...before,
      weights: { kernel: { parameter: 'weight', axes: depthwiseAxes }, bias: { parameter: 'bias' } },
    };
  },
  keras({ inputs, output }, config) {
    const { before, settings } = kerasSliding(config);
    const own = unlessKerasDefault({ use_bias: config.useBias }, { use_bias: true });
    return { layers: [...before, kerasDepthwise(inputs, output, config, { ...settings, ...own }, 'kernel')] };
  },
});
