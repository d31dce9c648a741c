import { defineLayer, only } from '../defineLayer';
import { kerasOnly } from '../kerasLayer';

/** The images that the network is fed: height×width×channels. */
export const input = defineLayer({
  kind: 'input',
  label: 'Input',
  category: 'core',
  rank: 0,
  glyph: 'input',
  stem: 'input',
  summary: 'Where the images enter the network. Its size must be that of the dataset’s images.',
  inputs: 'none',
  fields: {
    height: {
      type: 'integer',
      label: 'Height',
      help: 'Rows of each image.',
      default: 28,
      min: 1,
      max: 4096,
      unit: 'px',
    },
    width: {
      type: 'integer',
      label: 'Width',
      help: 'Columns of each image.',
      default: 28,
      min: 1,
      max: 4096,
      unit: 'px',
    },
    channels: {
      type: 'integer',
      label: 'Channels',
      term: 'channel',
      help: 'Values per pixel: 1 for grey, 3 for colour.',
      default: 1,
      min: 1,
      max: 4096,
      unit: 'ch',
    },
  },

  title: () => 'Input',
  outputShape: (_inputs, { height, width, channels }) => ({ shape: [height, width, channels] }),
  weights: () => [],
  macs: () => 0,
  /** The executor hands the batch of images in as the only input. */
  forward: (_ops, inputs) => only(inputs),
  pytorch: () => ({ module: null }),
  keras: ({ output }) => kerasOnly('Input', { shape: output }),
});
