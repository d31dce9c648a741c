import { defineLayer, only } from '../defineLayer';
import { needsImage } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchOnly } from '../pytorchLayer';
import { imageShape } from '../shape';
import { pairOf, slidingReach } from '../slidingWindow';

/**
 * The shortcut without parameters where shapes differ, option A of He et al. 2016 (Deep Residual Learning, section
 * 3.3): every stride-th row and column, and zeros in the channels that are missing. H×W×C to ⌈H/s⌉×⌈W/s⌉×channels.
 */
export const shortcutPad = defineLayer({
  kind: 'shortcutPad',
  label: 'Zero-pad shortcut',
  category: 'shape',
  rank: 2,
  glyph: 'shortcutPad',
  stem: 'zeros',
  summary:
    'Makes a shortcut fit where a stage shrinks the image and adds channels: it takes every second pixel and fills new channels with zeros. It has no weights.',
  inputs: 'one',
  transparent: true,
  fields: {
    channels: {
      type: 'integer',
      label: 'Channels',
      term: 'channel',
      help: 'Channels of the output; those that the input lacks are zero.',
      default: 32,
      min: 1,
      max: 65_536,
      unit: 'ch',
    },
    strides: {
      type: 'integers',
      label: 'Stride',
      term: 'stride',
      help: 'Every so many rows and columns one is kept. 2 halves height and width.',
      default: [1, 1],
      min: 1,
      max: 255,
      parts: ['height', 'width'],
      unit: 'px',
    },
  },

  title: ({ channels }) => `Zero-pad, ${channels}`,
  outputShape([input], { channels, strides }) {
    const image = imageShape(input);
    if (image === null)
      return needsImage('Zero-pad shortcut', input, 'Put it before Flatten, Dense and global pooling.');
    if (channels < image.channels)
      return {
        problem: {
          message: `Zero-pad shortcut can only add channels: its input has ${image.channels}, and ${channels} are asked for.`,
          advice: `Set its channels to ${image.channels} or more, or use a 1×1 convolution with ${channels} filters.`,
        },
      };
    const [down, across] = pairOf(strides);
    return { shape: [Math.ceil(image.height / down), Math.ceil(image.width / across), channels] };
  },
  weights: () => [],
  macs: () => 0,
  reach: (_inputs, { strides }) => slidingReach([1, 1], strides),
  forward(ops, inputs, _weights, { channels, strides }) {
    const pooled = ops.averagePool2d(only(inputs), {
      window: [1, 1],
      strides: pairOf(strides),
      padding: 'valid',
    });
    return ops.padChannels(pooled, channels);
  },
  pytorch: ({ inputs }, { channels, strides }) =>
    pytorchOnly('ShortcutPad', [channels - (only(inputs)[2] ?? 0), pairOf(strides)]),
  keras: (_place, { channels, strides }) => kerasOnly('ShortcutPad', { channels, strides: pairOf(strides) }),
});
