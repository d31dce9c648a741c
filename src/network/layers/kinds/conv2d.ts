import {
  biasField,
  biasWeight,
  convolutionExtent,
  convolutionFields,
  convolutionOptions,
} from '../convolution';
import { defineLayer, only, weight } from '../defineLayer';
import { biasValueField, initialiserFields, initialiserOf } from '../initialiserFields';
import { kerasCall, kernelAndBias, unlessKerasDefault } from '../kerasLayer';
import { kerasSliding } from '../kerasSliding';
import { slidingOptions } from '../pytorchConvolution';
import { kernelAxes, pytorchModule, unlessDefault } from '../pytorchLayer';
import { imageShape } from '../shape';
import { pairOf, slidingReach } from '../slidingWindow';

/** 2D convolution: H×W×C to H′×W′×filters. Kernel kh×kw×(C/groups)×filters. */
export const conv2d = defineLayer({
  kind: 'conv2d',
  label: 'Conv2D',
  category: 'convolution',
  rank: 0,
  glyph: 'conv',
  stem: 'conv',
  shortcut: 'c',
  summary:
    'Slides small filters over the image and reports where each one matches. The same weights serve every position.',
  inputs: 'one',
  fields: {
    filters: {
      type: 'integer',
      label: 'Filters',
      term: 'filter',
      help: 'Number of patterns to look for: the channels of the output.',
      default: 16,
      min: 1,
      max: 65_536,
      unit: 'ch',
    },
    ...convolutionFields,
    groups: {
      type: 'integer',
      label: 'Groups',
      term: 'groups',
      help: 'Splits the channels into groups that do not see each other, as AlexNet did for its two GPUs.',
      default: 1,
      min: 1,
      max: 65_536,
    },
    useBias: biasField,
    biasValue: biasValueField,
    ...initialiserFields,
  },

  title: ({ kernelSize: [height = 1, width = 1], filters }) => `Conv ${height}×${width}, ${filters}`,

  outputShape(inputs, config) {
    const extent = convolutionExtent('Conv2D', inputs, config);
    if ('problem' in extent) return extent;
    const { filters, groups } = config;
    if (extent.channels % groups === 0 && filters % groups === 0)
      return { shape: [extent.height, extent.width, filters] };
    return {
      problem: {
        message: `${groups} groups must divide both ${extent.channels} input channels and ${filters} filters.`,
        advice: 'Choose a number of groups that divides both, or 1.',
      },
    };
  },

  weights(inputs, config) {
    const { filters, groups, useBias } = config;
    const [height, width] = pairOf(config.kernelSize);
    const channels = (imageShape(inputs[0])?.channels ?? 0) / groups;
    const kernel = {
      name: 'kernel',
      shape: [height, width, channels, filters],
      initialiser: initialiserOf(config),
      fans: { fanIn: height * width * channels, fanOut: height * width * filters },
      trainable: true,
      decays: true,
    } as const;
    return useBias ? [kernel, biasWeight(filters, config.biasValue)] : [kernel];
  },

  macs(inputs, output, { kernelSize: [height = 1, width = 1], groups, filters }) {
    const channels = (imageShape(inputs[0])?.channels ?? 0) / groups;
    const [outputHeight = 0, outputWidth = 0] = output;
    return outputHeight * outputWidth * height * width * channels * filters;
  },

  reach: (_inputs, { kernelSize, strides, dilations }) => slidingReach(kernelSize, strides, dilations),

  forward(ops, inputs, weights, config) {
    const options = { ...convolutionOptions(config), groups: config.groups };
    const output = ops.conv2d(only(inputs), weight(weights, 'kernel'), options);
    return config.useBias ? ops.biasAdd(output, weight(weights, 'bias')) : output;
  },
  pytorch({ inputs }, config) {
    const { kernelSize, options, before } = slidingOptions(inputs, config);
    const channels = imageShape(inputs[0])?.channels ?? 0;
    const own = unlessDefault({ groups: config.groups, bias: config.useBias }, { groups: 1, bias: true });
    return {
      module: pytorchModule('nn.Conv2d', [channels, config.filters, kernelSize], { ...options, ...own }),
      ...before,
      weights: { kernel: { parameter: 'weight', axes: kernelAxes }, bias: { parameter: 'bias' } },
    };
  },
  keras(_place, config) {
    const { before, settings } = kerasSliding(config);
    const { filters, groups, useBias } = config;
    const own = unlessKerasDefault({ groups, use_bias: useBias }, { groups: 1, use_bias: true });
    return { layers: [...before, kerasCall('Conv2D', { filters, ...settings, ...own }, kernelAndBias)] };
  },
});
