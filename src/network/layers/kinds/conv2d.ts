import { defineLayer, only, weight } from '../defineLayer';
import { initialiserFields, initialiserOf } from '../initialiserFields';
import { needsImage } from '../inputProblems';
import { imageShape } from '../shape';
import {
  explicitPaddingField,
  paddingField,
  pairOf,
  sidesOf,
  slidingExtent,
  slidingReach,
} from '../slidingWindow';

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
      help: 'Number of patterns to look for: the channels of the output.',
      default: 16,
      min: 1,
      max: 65_536,
      unit: 'ch',
    },
    kernelSize: {
      type: 'integers',
      label: 'Kernel',
      help: 'Height and width of each filter.',
      default: [3, 3],
      min: 1,
      max: 255,
      parts: ['height', 'width'],
      unit: 'px',
    },
    strides: {
      type: 'integers',
      label: 'Stride',
      help: 'Step between positions. 2 halves height and width.',
      default: [1, 1],
      min: 1,
      max: 255,
      parts: ['height', 'width'],
      unit: 'px',
    },
    padding: paddingField('same'),
    explicitPadding: explicitPaddingField,
    dilations: {
      type: 'integers',
      label: 'Dilation',
      help: 'Spacing between the filter’s samples. 2 doubles its reach with the same weights.',
      default: [1, 1],
      min: 1,
      max: 255,
      parts: ['height', 'width'],
      unit: 'px',
    },
    groups: {
      type: 'integer',
      label: 'Groups',
      help: 'Splits the channels into groups that do not see each other, as AlexNet did for its two GPUs.',
      default: 1,
      min: 1,
      max: 65_536,
    },
    useBias: {
      type: 'boolean',
      label: 'Bias',
      help: 'Adds a learned constant to each filter’s output. Not needed in front of batch norm, which has its own.',
      default: true,
    },
    ...initialiserFields,
  },

  title: ({ kernelSize: [height = 1, width = 1], filters }) => `Conv ${height}×${width}, ${filters}`,

  outputShape(inputs, config) {
    const image = imageShape(inputs[0]);
    if (image === null)
      return needsImage('Conv2D', inputs[0], 'Put the convolution before Flatten, Dense and global pooling.');
    const { filters, groups, strides, dilations } = config;
    if (Math.max(...strides) > 1 && Math.max(...dilations) > 1)
      return {
        problem: {
          message: `Conv2D has stride ${strides.join('×')} and dilation ${dilations.join('×')}: Keras refuses the two together, and TensorFlow trains them on some devices only.`,
          advice: 'Set the stride or the dilation to 1×1.',
        },
      };
    if (image.channels % groups !== 0 || filters % groups !== 0)
      return {
        problem: {
          message: `${groups} groups must divide both ${image.channels} input channels and ${filters} filters.`,
          advice: 'Choose a number of groups that divides both, or 1.',
        },
      };
    const extent = slidingExtent('Conv2D', image, {
      window: config.kernelSize,
      strides,
      dilations,
      padding: sidesOf(config),
    });
    return 'problem' in extent ? extent : { shape: [extent.height, extent.width, filters] };
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
    const bias = {
      name: 'bias',
      shape: [filters],
      initialiser: { type: 'constant', value: 0 },
      trainable: true,
      decays: false,
    } as const;
    return useBias ? [kernel, bias] : [kernel];
  },

  macs(inputs, output, { kernelSize: [height = 1, width = 1], groups, filters }) {
    const channels = (imageShape(inputs[0])?.channels ?? 0) / groups;
    const [outputHeight = 0, outputWidth = 0] = output;
    return outputHeight * outputWidth * height * width * channels * filters;
  },

  reach: (_inputs, { kernelSize, strides, dilations }) => slidingReach(kernelSize, strides, dilations),

  forward(ops, inputs, weights, config) {
    const output = ops.conv2d(only(inputs), weight(weights, 'kernel'), {
      strides: pairOf(config.strides),
      padding: sidesOf(config),
      dilations: pairOf(config.dilations),
      groups: config.groups,
    });
    return config.useBias ? ops.biasAdd(output, weight(weights, 'bias')) : output;
  },
});
