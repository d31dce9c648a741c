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
import { kerasCall, unlessKerasDefault } from '../kerasLayer';
import { kerasSliding } from '../kerasSliding';
import { slidingOptions } from '../pytorchConvolution';
import { depthwiseAxes, kernelAxes, pytorchModule, unlessDefault } from '../pytorchLayer';
import { imageShape } from '../shape';
import { pairOf, slidingReach } from '../slidingWindow';

/**
 * Depthwise separable convolution (Chollet 2017, "Xception"): H×W×C to H′×W′×filters by a depthwise kernel kh×kw×C×m
 * and a pointwise one 1×1×(C·m)×filters, with nothing in between, and a bias at the end: Keras's SeparableConv2D.
 */
export const separableConv2d = defineLayer({
  kind: 'separableConv2d',
  label: 'Separable conv',
  category: 'convolution',
  rank: 11,
  glyph: 'sepconv',
  stem: 'sepconv',
  summary:
    'A convolution in two steps: first each channel by itself looks around, then a 1×1 convolution mixes the channels. Many times cheaper than a full one.',
  inputs: 'one',
  fields: {
    filters: {
      type: 'integer',
      label: 'Filters',
      term: 'filter',
      help: 'Channels of the output.',
      default: 16,
      min: 1,
      max: 65_536,
      unit: 'ch',
    },
    depthMultiplier: depthMultiplierField,
    ...convolutionFields,
    useBias: biasField,
    ...initialiserFields,
  },

  title: ({ kernelSize: [height = 1, width = 1], filters }) => `Sep. ${height}×${width}, ${filters}`,

  outputShape(inputs, config) {
    const extent = convolutionExtent('Separable convolution', inputs, config);
    return 'problem' in extent ? extent : { shape: [extent.height, extent.width, config.filters] };
  },

  weights(inputs, config) {
    const { filters, depthMultiplier, useBias } = config;
    const [height, width] = pairOf(config.kernelSize);
    const channels = imageShape(inputs[0])?.channels ?? 0;
    const between = channels * depthMultiplier;
    const kernel = { initialiser: initialiserOf(config), trainable: true, decays: true } as const;
    const kernels = [
      {
        name: 'depthwiseKernel',
        shape: [height, width, channels, depthMultiplier],
        fans: depthwiseFans([height, width], depthMultiplier),
        ...kernel,
      },
      {
        name: 'pointwiseKernel',
        shape: [1, 1, between, filters],
        fans: { fanIn: between, fanOut: filters },
        ...kernel,
      },
    ];
    return useBias ? [...kernels, biasWeight(filters)] : kernels;
  },

  macs(inputs, output, { kernelSize, depthMultiplier, filters }) {
    const [outputHeight = 0, outputWidth = 0] = output;
    const [height, width] = pairOf(kernelSize);
    const between = (imageShape(inputs[0])?.channels ?? 0) * depthMultiplier;
    return outputHeight * outputWidth * between * (height * width + filters);
  },

  reach: (_inputs, { kernelSize, strides, dilations }) => slidingReach(kernelSize, strides, dilations),

  forward(ops, inputs, weights, config) {
    const options = convolutionOptions(config);
    const between = ops.depthwiseConv2d(only(inputs), weight(weights, 'depthwiseKernel'), options);
    const output = ops.conv2d(between, weight(weights, 'pointwiseKernel'), {
      strides: [1, 1],
      padding: 'valid',
      dilations: [1, 1],
      groups: 1,
    });
    return config.useBias ? ops.biasAdd(output, weight(weights, 'bias')) : output;
  },
  pytorch({ inputs }, config) {
    const { kernelSize, options, before } = slidingOptions(inputs, config);
    const channels = imageShape(inputs[0])?.channels ?? 0;
    const between = channels * config.depthMultiplier;
    return {
      module: pytorchModule('nn.Sequential', [
        pytorchModule('nn.Conv2d', [channels, between, kernelSize], {
          ...options,
          groups: channels,
          bias: false,
        }),
        pytorchModule(
          'nn.Conv2d',
          [between, config.filters, 1],
          unlessDefault({ bias: config.useBias }, { bias: true }),
        ),
      ]),
      ...before,
      weights: {
        depthwiseKernel: { parameter: '0.weight', axes: depthwiseAxes },
        pointwiseKernel: { parameter: '1.weight', axes: kernelAxes },
        bias: { parameter: '1.bias' },
      },
    };
  },
  keras({ inputs, output }, config) {
    const { before, settings } = kerasSliding(config);
    const { filters, depthMultiplier, useBias } = config;
    const bias = unlessKerasDefault({ use_bias: useBias }, { use_bias: true });
    const [down, across] = pairOf(config.strides);
    if (down === across) {
      const multiplier = unlessKerasDefault({ depth_multiplier: depthMultiplier }, { depth_multiplier: 1 });
      const weights = {
        depthwiseKernel: 'depthwise_initializer',
        pointwiseKernel: 'pointwise_initializer',
        bias: 'bias_initializer',
      };
      return {
        layers: [
          ...before,
          kerasCall('SeparableConv2D', { filters, ...settings, ...multiplier, ...bias }, weights),
        ],
      };
    }
    const pointwise = { pointwiseKernel: 'kernel_initializer', bias: 'bias_initializer' };
    const between = [...output.slice(0, 2), (imageShape(inputs[0])?.channels ?? 0) * depthMultiplier];
    return {
      layers: [
        ...before,
        kerasDepthwise(inputs, between, config, { ...settings, use_bias: false }, 'depthwiseKernel'),
        kerasCall('Conv2D', { filters, kernel_size: 1, ...bias }, pointwise),
      ],
    };
  },
});
