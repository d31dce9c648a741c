import { defineLayer, only, weight } from '../defineLayer';
import { bitmapSize, digitBitmaps } from '../digitBitmaps';
import { needsVector } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchModule } from '../pytorchLayer';

/**
 * LeNet-5's last layer: radial basis functions around ten fixed bitmaps of digits (LeCun et al. 1998, eq. 7). 84
 * features to 10 values −Σ (x − w)²: the paper's distances with the sign turned, so that the largest is the answer.
 * With softmax cross-entropy behind it, the loss is the paper's eq. 9 without the constant e^−j of its rubbish class.
 */
export const rbf = defineLayer({
  kind: 'rbf',
  label: 'RBF output',
  category: 'core',
  rank: 3,
  glyph: 'rbf',
  stem: 'rbf',
  summary:
    'Compares 84 features with small pictures of the ten digits, which stay as they are. The digit whose picture is nearest is the answer.',
  inputs: 'one',
  fields: {},

  title: () => 'RBF 10',
  outputShape([input]) {
    if (input?.length !== 1)
      return needsVector('RBF output', input, 'Put Flatten before it, and a Dense layer with 84 units.');
    if (input[0] !== bitmapSize)
      return {
        problem: {
          message: `RBF output compares ${bitmapSize} features with bitmaps of 7×12; got ${input[0]}.`,
          advice: `Put a Dense layer with ${bitmapSize} units before it.`,
        },
      };
    return { shape: [digitBitmaps.length] };
  },
  weights: () => [
    {
      name: 'kernel',
      shape: [digitBitmaps.length, bitmapSize],
      initialiser: { type: 'values', values: digitBitmaps.flat() },
      fans: { fanIn: bitmapSize, fanOut: digitBitmaps.length },
      trainable: false,
      decays: false,
    },
  ],
  macs: () => digitBitmaps.length * bitmapSize,
  forward: (ops, inputs, weights) => ops.negativeSquaredDistances(only(inputs), weight(weights, 'kernel')),
  pytorch: () => ({
    module: pytorchModule('DigitDistances'),
    weights: { kernel: { parameter: 'bitmaps' } },
  }),
  keras: () => kerasOnly('DigitDistances', {}, { kernel: null }),
});
