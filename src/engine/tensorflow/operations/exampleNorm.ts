import type { NormalisationOps } from '../../../network/layers/normalisationOps';
import { reduceToShape } from '../gradients/reduceToShape';
import { standardiseGradient } from '../gradients/standardise';
import type { GraphShape, GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { OperationContext } from './operationContext';
import { lastExtent, reshape } from './shapes';

/** The normalisations that look at one example by itself, as graph nodes. */
export function normalisationOps(context: OperationContext): NormalisationOps<GraphTensor> {
  return {
    layerNorm(x, scale, offset, { epsilon }) {
      const length = scale.shape.reduce((product, extent) => product * extent, 1);
      const view = { shape: [-1, length], axes: [1] };
      return scaleAndShift(context, standardise(context, x, view, epsilon), scale, offset);
    },
    groupNorm(x, scale, offset, { groups, epsilon }) {
      const channels = lastExtent(x);
      const positions = x.shape.slice(1, -1).reduce((product, extent) => product * extent, 1);
      const view = { shape: [-1, positions, groups, channels / groups], axes: [1, 3] };
      return scaleAndShift(context, standardise(context, x, view, epsilon), scale, offset);
    },
  };
}

/** (x − mean) / √(variance + ε), over some axes of x as the view has it. */
function standardise(
  { graph, tape }: OperationContext,
  x: GraphTensor,
  view: { readonly shape: GraphShape; readonly axes: readonly number[] },
  epsilon: number,
): GraphTensor {
  const { shape, axes } = view;
  const reduced = shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent));
  const meanOf = (tensor: GraphTensor): GraphTensor =>
    graph.float('Mean', [tensor, graph.integers(axes)], reduced, {
      keep_dims: attribute.bool(true),
      Tidx: attribute.type(DataType.int32),
    });
  const viewed = reshape(graph, x, shape);
  const centred = graph.float('Sub', [viewed, meanOf(viewed)], shape);
  const variance = meanOf(graph.float('Square', [centred], shape));
  const raised = graph.float('AddV2', [variance, graph.constant(epsilon)], reduced);
  const deviation = graph.float('Rsqrt', [raised], reduced);
  const normalised = graph.float('Mul', [centred, deviation], shape);
  const y = reshape(graph, normalised, x.shape);
  const gradient = (dy: GraphTensor): GraphTensor => {
    const slopes = reshape(graph, dy, shape);
    return reshape(graph, standardiseGradient(graph, { y: normalised, deviation, axes }, slopes), x.shape);
  };
  return tape.record(y, [{ tensor: x, gradient }]);
}

/** x · scale + offset, both of which have the shape of x's last axes. */
function scaleAndShift(
  { graph, tape }: OperationContext,
  x: GraphTensor,
  scale: GraphTensor,
  offset: GraphTensor,
): GraphTensor {
  const { shape } = x;
  const y = graph.float('AddV2', [graph.float('Mul', [x, scale], shape), offset], shape);
  return tape.record(y, [
    { tensor: x, gradient: (dy) => graph.float('Mul', [dy, scale], shape) },
    {
      tensor: scale,
      gradient: (dy) => reduceToShape(graph, graph.float('Mul', [dy, x], shape), scale.shape),
    },
    { tensor: offset, gradient: (dy) => reduceToShape(graph, dy, offset.shape) },
  ]);
}
