import { defineLayer, only } from '../defineLayer';
import { needsImage } from '../inputProblems';
import { kerasCall } from '../kerasLayer';
import { pytorchOnly } from '../pytorchLayer';
import { imageShape } from '../shape';

/**
 * Zeroes whole channels at random while training and divides the others by 1 − rate; identity otherwise; images
 * (Tompson et al. 2015, "Efficient object localization using convolutional networks", §3.2).
 */
export const spatialDropout2d = defineLayer({
  kind: 'spatialDropout2d',
  label: 'Spatial dropout',
  category: 'regularization',
  rank: 10,
  glyph: 'spatialdropout',
  stem: 'spatialdropout',
  summary:
    'Dropout for images: switches off whole channels of an example. Neighbouring pixels are alike, so that single ones that are dropped would hardly be missed.',
  inputs: 'one',
  transparent: true,
  fields: {
    rate: {
      type: 'number',
      label: 'Rate',
      term: 'dropout',
      help: 'Share of the channels that are switched off at each step.',
      default: 0.2,
      min: 0,
      max: 0.95,
      step: 0.05,
    },
  },

  title: ({ rate }) => `Drop ch. ${rate}`,
  outputShape([input]) {
    const image = imageShape(input);
    if (input === undefined || image === null)
      return needsImage('Spatial dropout', input, 'Put it before Flatten, or take Dropout.');
    return { shape: input };
  },
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { rate }) => ops.dropout(only(inputs), rate, 'channel'),
  pytorch: (_place, { rate }) => ({
    ...pytorchOnly('nn.Dropout2d', [rate]),
    differs: 'Which values are dropped is drawn anew.',
  }),
  keras: (_place, { rate }) => ({
    layers: [kerasCall('SpatialDropout2D', { rate })],
    differs: 'Which values are dropped is drawn anew.',
  }),
});
