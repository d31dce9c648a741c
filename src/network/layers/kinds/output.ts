import { assertNever } from '../../assertNever';
import { defineLayer, only } from '../defineLayer';
import { needsVector } from '../inputProblems';

/**
 * Ends the network: holds the loss that is minimised and the metric that people read. Passes its input on. Of several,
 * the one of the greatest weight is the main output (mainOutput.ts), and the others are auxiliary heads.
 */
export const output = defineLayer({
  kind: 'output',
  label: 'Output',
  category: 'core',
  rank: 2,
  glyph: 'output',
  stem: 'output',
  summary:
    'Compares the network’s answer with the right one. Training lowers its loss; all gradients start here.',
  inputs: 'one',
  terminal: true,
  suits: 'glorot',
  fields: {
    loss: {
      type: 'choice',
      label: 'Loss',
      term: 'loss',
      help: 'What training lowers. The first takes raw scores (logits) and applies softmax itself; the second takes the probabilities of a Softmax layer.',
      default: 'softmaxCrossEntropy',
      options: [
        { value: 'softmaxCrossEntropy', label: 'Softmax cross-entropy' },
        { value: 'crossEntropyOfProbabilities', label: 'Cross-entropy of probabilities' },
        { value: 'meanSquaredError', label: 'Mean squared error' },
      ],
    },
    metric: {
      type: 'choice',
      label: 'Metric',
      term: 'accuracy',
      help: 'What people read beside the loss: how often the best answer, or one of the best five, is right.',
      default: 'accuracy',
      options: [
        { value: 'accuracy', label: 'Accuracy' },
        { value: 'top5Accuracy', label: 'Top-5 accuracy' },
      ],
    },
    lossWeight: {
      type: 'number',
      label: 'Loss weight',
      help: 'How much this loss counts. With several Outputs, training lowers the weighted sum of their losses; the Output with the greatest weight (of equals the last) is the main one, whose loss and metric are evaluated. The others are auxiliary heads, left out of evaluation: GoogLeNet gives its two 0.3.',
      default: 1,
      min: 0,
      max: 100,
      step: 0.1,
    },
  },

  title: () => 'Output',

  outputShape(inputs, { metric }) {
    const [input] = inputs;
    const [classes = 0] = input ?? [];
    if (input?.length !== 1)
      return needsVector(
        'Output',
        input,
        'Put Flatten or global average pooling before it, and a Dense layer with one unit for each class.',
      );
    if (classes < 2)
      return {
        problem: {
          message: `Output needs at least 2 classes; got ${classes}.`,
          advice: 'Give the Dense layer before it as many units as there are classes.',
        },
      };
    if (metric === 'top5Accuracy' && classes <= 5)
      return {
        problem: {
          message: `Top-5 accuracy of ${classes} classes is always 100 %.`,
          advice: 'Choose Accuracy as the metric, or train on more than 5 classes.',
        },
      };
    return { shape: input };
  },

  weights: () => [],
  macs: () => 0,
  forward: (_ops, inputs) => only(inputs),

  objective(ops, predictions, labels, { loss, metric }) {
    return {
      loss: lossOf(),
      metric:
        metric === 'top5Accuracy'
          ? ops.topKAccuracy(predictions, labels, 5)
          : ops.accuracy(predictions, labels),
    };

    function lossOf() {
      switch (loss) {
        case 'softmaxCrossEntropy':
          return ops.softmaxCrossEntropy(predictions, labels);
        case 'crossEntropyOfProbabilities':
          return ops.crossEntropyOfProbabilities(predictions, labels);
        case 'meanSquaredError':
          return ops.meanSquaredError(predictions, labels);
        default:
          return assertNever(loss);
      }
    }
  },
  pytorch: ({ output: [classes = 0] }, { loss }) => ({
    module: null,
    loss(predictions, labels) {
      switch (loss) {
        case 'softmaxCrossEntropy':
          return `F.cross_entropy(${predictions}, ${labels})`;
        case 'crossEntropyOfProbabilities':
          return `F.nll_loss(torch.log(${predictions}.clamp(1e-7, 1 - 1e-7)), ${labels})`;
        case 'meanSquaredError':
          return `F.mse_loss(${predictions}, F.one_hot(${labels}, ${classes}).float())`;
        default:
          return assertNever(loss);
      }
    },
  }),
  keras({ output: [classes = 0] }, { loss }) {
    switch (loss) {
      case 'softmaxCrossEntropy':
        return {
          layers: [],
          loss: { className: 'SparseCategoricalCrossentropy', arguments: { from_logits: true } },
        };
      case 'crossEntropyOfProbabilities':
        return { layers: [], loss: { className: 'SparseCategoricalCrossentropy', arguments: {} } };
      case 'meanSquaredError':
        return { layers: [], loss: { className: 'SquaredErrorOfClasses', arguments: { classes } } };
      default:
        return assertNever(loss);
    }
  },
});
