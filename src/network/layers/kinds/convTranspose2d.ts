import { biasField, biasWeight } from '../convolution';
import { defineLayer, only, weight } from '../defineLayer';
import { initialiserFields, initialiserOf } from '../initialiserFields';
import { needsImage } from '../inputProblems';
import { kerasOnly, kerasPair, kernelAndBias, unlessKerasDefault } from '../kerasLayer';
import { kernelAxes, pytorchModule, squareOrPair, unlessDefault } from '../pytorchLayer';
import { elementCount, imageShape } from '../shape';
import { pairOf } from '../slidingWindow';

/**
 * Transposed convolution (Dumoulin & Visin 2016, chapter 4): H×W×C to H′×W′×filters, the input gradient of a
 * convolution taken as a layer. Kernel kh×kw×filters×C, as in Keras's Conv2DTranspose; H′ = s·H for Same padding, and
 * s·H + max(kh − s, 0) for Valid (s stride, kh kernel height).
 */
export const convTranspose2d = defineLayer({
  kind: 'convTranspose2d',
  label: 'Transposed conv',
  category: 'convolution',
  rank: 12,
  glyph: 'convt',
  stem: 'convt',
  summary:
    'A convolution the other way round: every value stamps a pattern into a larger image, and the stamps are added up. Enlarges images with learned weights.',
  inputs: 'one',
  fields: {
    filters: {
      type: 'integer',
      label: 'Filters',
      term: 'filter',
      help: 'Number of patterns that each position stamps: the channels of the output.',
      default: 16,
      min: 1,
      max: 65_536,
      unit: 'ch',
    },
    kernelSize: {
      type: 'integers',
      label: 'Kernel',
      term: 'kernel',
      help: 'Height and width of each stamp. A multiple of the stride covers all positions equally often and avoids checkerboards.',
      default: [2, 2],
      min: 1,
      max: 255,
      parts: ['height', 'width'],
      unit: 'px',
    },
    strides: {
      type: 'integers',
      label: 'Stride',
      term: 'stride',
      help: 'Step between stamps. 2 doubles height and width.',
      default: [2, 2],
      min: 1,
      max: 255,
      parts: ['height', 'width'],
      unit: 'px',
    },
    padding: {
      type: 'choice',
      label: 'Padding',
      term: 'padding',
      help: 'Same gives stride times the input’s size; Valid keeps what the stamps at the border reach beyond it.',
      default: 'same',
      options: [
        { value: 'same', label: 'Same' },
        { value: 'valid', label: 'Valid' },
      ],
    },
    useBias: biasField,
    ...initialiserFields,
  },

  title: ({ kernelSize: [height = 1, width = 1], filters }) => `ConvT ${height}×${width}, ${filters}`,

  outputShape([input], config) {
    const image = imageShape(input);
    if (image === null)
      return needsImage(
        'Transposed convolution',
        input,
        'Put it before Flatten, Dense and global pooling, or put Reshape in front of it.',
      );
    const [window, strides] = [pairOf(config.kernelSize), pairOf(config.strides)];
    const beyond = (axis: 0 | 1): number =>
      config.padding === 'same' ? 0 : Math.max(window[axis] - strides[axis], 0);
    return {
      shape: [image.height * strides[0] + beyond(0), image.width * strides[1] + beyond(1), config.filters],
    };
  },

  weights(inputs, config) {
    const { filters, useBias } = config;
    const [height, width] = pairOf(config.kernelSize);
    const [down, across] = pairOf(config.strides);
    const channels = imageShape(inputs[0])?.channels ?? 0;
    const kernel = {
      name: 'kernel',
      shape: [height, width, filters, channels],
      initialiser: initialiserOf(config),
      // A position of the output lies under as many stamps as fit over it.
      fans: {
        fanIn: Math.ceil(height / down) * Math.ceil(width / across) * channels,
        fanOut: height * width * filters,
      },
      trainable: true,
      decays: true,
    } as const;
    return useBias ? [kernel, biasWeight(filters)] : [kernel];
  },

  macs: ([input = []], _output, { kernelSize, filters }) =>
    elementCount(input) * elementCount(kernelSize) * filters,

  reach(_inputs, config) {
    const [height, width] = pairOf(config.kernelSize);
    const [down, across] = pairOf(config.strides);
    return {
      window: [Math.ceil(height / down), Math.ceil(width / across)],
      strides: [1 / down, 1 / across],
    };
  },

  forward(ops, inputs, weights, { strides, padding, useBias }) {
    const options = { strides: pairOf(strides), padding };
    const output = ops.convTranspose2d(only(inputs), weight(weights, 'kernel'), options);
    return useBias ? ops.biasAdd(output, weight(weights, 'bias')) : output;
  },
  pytorch({ inputs, output }, config) {
    const [window, strides] = [pairOf(config.kernelSize), pairOf(config.strides)];
    // Where a stamp is larger than the step, Same cuts off what reaches beyond the border, the odd row at the bottom.
    const beyond = (axis: 0 | 1): number =>
      config.padding === 'same' ? Math.max(window[axis] - strides[axis], 0) : 0;
    const missing = (axis: 0 | 1): number => Math.max(strides[axis] - window[axis], 0);
    const [rows, columns] = [beyond(0), beyond(1)];
    const [height = 0, width = 0] = output;
    const options = unlessDefault(
      {
        stride: squareOrPair(strides),
        padding: squareOrPair([Math.floor(rows / 2), Math.floor(columns / 2)]),
        output_padding: squareOrPair([missing(0), missing(1)]),
        bias: config.useBias,
      },
      { stride: 1, padding: 0, output_padding: 0, bias: true },
    );
    const channels = imageShape(inputs[0])?.channels ?? 0;
    return {
      module: pytorchModule('nn.ConvTranspose2d', [channels, config.filters, squareOrPair(window)], options),
      ...((rows % 2) + (columns % 2) > 0 && { after: `[:, :, :${height}, :${width}]` }),
      weights: { kernel: { parameter: 'weight', axes: kernelAxes }, bias: { parameter: 'bias' } },
    };
  },
  keras: (_place, { filters, kernelSize, strides, padding, useBias }) =>
    kerasOnly(
      'Conv2DTranspose',
      {
        filters,
        kernel_size: kerasPair(pairOf(kernelSize)),
        ...unlessKerasDefault(
          { strides: kerasPair(pairOf(strides)), padding, use_bias: useBias },
          { strides: 1, padding: 'valid', use_bias: true },
        ),
      },
      kernelAndBias,
    ),
});
