import { probabilityRange } from '../../execution/probabilityRange';
import { crossEntropyGradient } from '../gradients/crossEntropyOfProbabilities';
import { meanSquaredErrorGradient } from '../gradients/meanSquaredError';
import { softmaxCrossEntropyGradient } from '../gradients/softmaxCrossEntropy';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import { batchMean, oneHot } from './batchMean';
import type { OperationContext } from './operationContext';
import { lastExtent } from './shapes';

/** Mean of −log softmax(logits)[label]. One op gives each example's loss and its gradient. */
export function softmaxCrossEntropy(
  { graph, tape }: OperationContext,
  logits: GraphTensor,
  labels: GraphTensor,
): GraphTensor {
  const node = graph.operation({
    op: 'SparseSoftmaxCrossEntropyWithLogits',
    inputs: [logits, labels],
    attributes: { T: attribute.type(DataType.float), Tlabels: attribute.type(DataType.int32) },
  });
  const losses = graph.output(node, 0, [-1]);
  const lossGradients = graph.output(node, 1, logits.shape);
  return tape.record(batchMean(graph, losses), [
    {
      tensor: logits,
      gradient: (dMean) => softmaxCrossEntropyGradient(graph, losses, lossGradients, dMean),
    },
  ]);
}

/** Mean of −log p[label], p clipped to the range in which Keras takes its logarithm. */
export function crossEntropyOfProbabilities(
  { graph, tape }: OperationContext,
  probabilities: GraphTensor,
  labels: GraphTensor,
): GraphTensor {
  const targets = oneHot(graph, labels, lastExtent(probabilities));
  const chosen = sumOfClasses(graph.float('Mul', [probabilities, targets], probabilities.shape));
  const raised = graph.float('Maximum', [chosen, graph.constant(probabilityRange.lowest)], [-1]);
  const clipped = graph.float('Minimum', [raised, graph.constant(probabilityRange.highest)], [-1]);
  const losses = graph.float('Neg', [graph.float('Log', [clipped], [-1])], [-1]);
  return tape.record(batchMean(graph, losses), [
    {
      tensor: probabilities,
      gradient: (dMean) => crossEntropyGradient(graph, { targets, chosen, clipped }, dMean),
    },
  ]);

  function sumOfClasses(tensor: GraphTensor): GraphTensor {
    return graph.float('Sum', [tensor, graph.integers([1])], [-1], { Tidx: attribute.type(DataType.int32) });
  }
}

/** Mean over batch and classes of (prediction − one-hot label)². */
export function meanSquaredError(
  { graph, tape }: OperationContext,
  predictions: GraphTensor,
  labels: GraphTensor,
): GraphTensor {
  const targets = oneHot(graph, labels, lastExtent(predictions));
  const errors = graph.float('Sub', [predictions, targets], predictions.shape);
  const squares = graph.float('Square', [errors], predictions.shape);
  const axes = graph.integers([0, 1]);
  const mean = graph.float('Mean', [squares, axes], [], { Tidx: attribute.type(DataType.int32) });
  return tape.record(mean, [
    { tensor: predictions, gradient: (dMean) => meanSquaredErrorGradient(graph, errors, dMean) },
  ]);
}
