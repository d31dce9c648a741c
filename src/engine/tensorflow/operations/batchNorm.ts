import type { BatchNormOptions } from '../../../network/layers/ops';
import { batchNormGradients, settledBatchNormGradient } from '../gradients/batchNorm';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { OperationContext } from './operationContext';
import { flatten } from './reshaping';
import { lastExtent, reshape } from './shapes';

export interface BatchNormTensors {
  /** Null for 1 everywhere. */
  readonly scale: GraphTensor | null;
  /** Null for 0 everywhere. */
  readonly offset: GraphTensor | null;
  readonly movingMean: GraphTensor;
  readonly movingVariance: GraphTensor;
}

/**
 * Batch normalisation over all axes but the last, by TensorFlow's fused op; feature vectors pass as 1×1 images.
 * In training the op gives the moved statistics itself: old · momentum + batch · (1 − momentum), the batch
 * variance with Bessel's correction n/(n − 1). A frozen layer does in training what it does outside (Keras's
 * `trainable = False`).
 */
export function batchNorm(
  context: OperationContext,
  x: GraphTensor,
  tensors: BatchNormTensors,
  options: BatchNormOptions,
): GraphTensor {
  if (x.shape.length === 4) return imageBatchNorm(context, x, tensors, options);
  const { graph, tape } = context;
  const features = lastExtent(x);
  const asImage = reshape(graph, x, [-1, 1, 1, features]);
  tape.record(asImage, [{ tensor: x, gradient: (dy) => reshape(graph, dy, x.shape) }]);
  return flatten(context, imageBatchNorm(context, asImage, tensors, options));
}

function imageBatchNorm(
  { graph, tape, training }: OperationContext,
  x: GraphTensor,
  { scale: given, offset: shift, movingMean, movingVariance }: BatchNormTensors,
  { epsilon, momentum }: BatchNormOptions,
): GraphTensor {
  const everywhere = (value: number): GraphTensor =>
    graph.constant(new Float32Array(lastExtent(x)).fill(value), [lastExtent(x)]);
  const [scale, offset] = [given ?? everywhere(1), shift ?? everywhere(0)];
  const batch = training?.frozen === false ? training : null;
  const node = graph.operation({
    op: 'FusedBatchNormV3',
    inputs: [x, scale, offset, movingMean, movingVariance],
    attributes: {
      T: attribute.type(DataType.float),
      U: attribute.type(DataType.float),
      epsilon: attribute.float(epsilon),
      exponential_avg_factor: attribute.float(batch === null ? 1 : 1 - momentum),
      is_training: attribute.bool(batch !== null),
    },
  });
  const y = graph.output(node, 0, x.shape);
  if (batch === null)
    return tape.record(y, [
      { tensor: x, gradient: (dy) => settledBatchNormGradient(graph, scale, movingVariance, epsilon, dy) },
    ]);

  batch.moveStatistic(movingMean, graph.output(node, 1, movingMean.shape));
  batch.moveStatistic(movingVariance, graph.output(node, 2, movingVariance.shape));
  const saved = [3, 4, 5].map((index) => graph.output(node, index, scale.shape));
  const gradients = batchNormGradients(graph, x, scale, saved, epsilon);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => gradients(dy).x },
    { tensor: scale, gradient: (dy) => gradients(dy).scale },
    { tensor: offset, gradient: (dy) => gradients(dy).offset },
  ]);
}
