import { defineLayer, only, weight } from '../defineLayer';
import { kerasOnly } from '../kerasLayer';
import { pooledShape } from '../pooling';
import { pytorchModule } from '../pytorchLayer';
import { imageShape } from '../shape';
import { pairOf, slidingReach } from '../slidingWindow';

/**
 * Subsampling as LeNet-5 did it (LeCun et al. 1998, section II-B): the sum of each window times one coefficient per
 * map, plus one bias. H×W×C to H′×W′×C. The squashing function of the paper is a layer of its own behind it.
 */
export const trainableSubsample = defineLayer({
  kind: 'trainableSubsample',
  label: 'Trainable subsampling',
  category: 'pooling',
  rank: 4,
  glyph: 'subsample',
  stem: 'subsample',
  summary:
    'Adds up each window and scales the sum by a learned coefficient, one for each channel, plus a bias. The ancestor of pooling: with a small coefficient it blurs, with a large one it decides.',
  inputs: 'one',
  fields: {
    poolSize: {
      type: 'integers',
      label: 'Window',
      term: 'pooling',
      help: 'Height and width of the area that becomes one value; windows do not overlap.',
      default: [2, 2],
      min: 1,
      max: 255,
      parts: ['height', 'width'],
      unit: 'px',
    },
  },

  title: ({ poolSize: [height = 1, width = 1] }) => `Subsample ${height}×${width}`,
  outputShape: (inputs, { poolSize }) =>
    pooledShape('Trainable subsampling', inputs, {
      poolSize,
      strides: poolSize,
      padding: 'valid',
      explicitPadding: [],
    }),
  weights([input], { poolSize }) {
    const shape = [imageShape(input)?.channels ?? 0];
    const [height, width] = pairOf(poolSize);
    // It starts as the mean of the window.
    const mean = { type: 'constant', value: 1 / (height * width) } as const;
    return [
      { name: 'coefficient', shape, initialiser: mean, trainable: true, decays: false },
      { name: 'bias', shape, initialiser: { type: 'constant', value: 0 }, trainable: true, decays: false },
    ];
  },
  macs: () => 0,
  reach: (_inputs, { poolSize }) => slidingReach(poolSize, poolSize),
  forward(ops, inputs, weights, { poolSize }) {
    const window = pairOf(poolSize);
    const means = ops.averagePool2d(only(inputs), { window, strides: window, padding: 'valid' });
    const sums = ops.scale(means, window[0] * window[1]);
    return ops.biasAdd(ops.scaleChannels(sums, weight(weights, 'coefficient')), weight(weights, 'bias'));
  },
  pytorch({ output }, { poolSize }) {
    const window = pairOf(poolSize);
    return {
      module: pytorchModule('TrainableSubsample', [output[2] ?? 0, window]),
      weights: {
        coefficient: { parameter: 'weight', start: 1 / (window[0] * window[1]) },
        bias: { parameter: 'bias', start: 0 },
      },
    };
  },
  keras: (_place, { poolSize }) =>
    kerasOnly('TrainableSubsample', { pool_size: pairOf(poolSize) }, { coefficient: null, bias: null }),
});
