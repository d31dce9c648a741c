import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

export interface BatchNormGradients {
  readonly x: GraphTensor;
  readonly scale: GraphTensor;
  readonly offset: GraphTensor;
}

/**
 * All three gradients of training-mode batch normalisation come from one op, which is added on first demand.
 * `saved` is what the forward op kept for it: batch mean, batch variance and its own workspace.
 */
export function batchNormGradients(
  graph: GraphBuilder,
  x: GraphTensor,
  scale: GraphTensor,
  saved: readonly GraphTensor[],
  epsilon: number,
): (dy: GraphTensor) => BatchNormGradients {
  const attributes = {
    T: attribute.type(DataType.float),
    U: attribute.type(DataType.float),
    epsilon: attribute.float(epsilon),
    is_training: attribute.bool(true),
  };
  let gradients: BatchNormGradients | null = null;
  return (dy) => {
    if (gradients !== null) return gradients;
    const node = graph.operation({
      op: 'FusedBatchNormGradV3',
      inputs: [dy, x, scale, ...saved],
      attributes,
    });
    gradients = {
      x: graph.output(node, 0, x.shape),
      scale: graph.output(node, 1, scale.shape),
      offset: graph.output(node, 2, scale.shape),
    };
    return gradients;
  };
}

/** ∂L/∂x outside training, where the statistics do not depend on x: ∂L/∂y · scale / √(variance + ε) of each channel. */
export function settledBatchNormGradient(
  graph: GraphBuilder,
  scale: GraphTensor,
  variance: GraphTensor,
  epsilon: number,
  dy: GraphTensor,
): GraphTensor {
  const raised = graph.float('AddV2', [variance, graph.constant(epsilon)], variance.shape);
  const inverse = graph.float('Rsqrt', [raised], variance.shape);
  return graph.float('Mul', [dy, graph.float('Mul', [scale, inverse], scale.shape)], dy.shape);
}
