import type { GeluForm } from '../../../network/layers/activationOps';
import { eluGradient } from '../gradients/elu';
import { exactGeluGradient, tanhGeluGradient } from '../gradients/gelu';
import { siluGradient } from '../gradients/silu';
import { softplusGradient } from '../gradients/softplus';
import type { GraphTensor } from '../graph/graphTensor';
import { leakyRelu } from './activation';
import type { OperationContext } from './operationContext';

/** x where x > 0, alpha·(eˣ − 1) elsewhere. TensorFlow's op knows alpha = 1 only; the rest is a leaky ReLU behind it. */
export function elu(context: OperationContext, x: GraphTensor, alpha: number): GraphTensor {
  const { graph, tape } = context;
  const y = graph.float('Elu', [x], x.shape);
  tape.record(y, [{ tensor: x, gradient: (dy) => eluGradient(graph, y, dy) }]);
  return alpha === 1 ? y : leakyRelu(context, y, alpha);
}

export function gelu(context: OperationContext, x: GraphTensor, form: GeluForm): GraphTensor {
  return form === 'exact' ? exactGelu(context, x) : tanhGelu(context, x);
}

/** x·Φ(x) = x·½erfc(−x/√2): unlike 1 + erf, erfc keeps its digits far below zero. */
function exactGelu({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const { shape } = x;
  const turned = graph.float('Mul', [x, graph.constant(-Math.SQRT1_2)], shape);
  const cumulative = graph.float('Mul', [graph.float('Erfc', [turned], shape), graph.constant(0.5)], shape);
  const y = graph.float('Mul', [x, cumulative], shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => exactGeluGradient(graph, x, cumulative, dy) }]);
}

function tanhGelu({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const { shape } = x;
  const [scale, cube] = [Math.sqrt(2 / Math.PI), 0.044715];
  const times = (left: GraphTensor, right: GraphTensor): GraphTensor =>
    graph.float('Mul', [left, right], shape);
  const plusOne = (tensor: GraphTensor): GraphTensor =>
    graph.float('AddV2', [tensor, graph.constant(1)], shape);
  const factor = plusOne(times(graph.float('Square', [x], shape), graph.constant(cube)));
  const tanh = graph.float('Tanh', [times(times(x, factor), graph.constant(scale))], shape);
  const y = times(times(x, plusOne(tanh)), graph.constant(0.5));
  return tape.record(y, [
    { tensor: x, gradient: (dy) => tanhGeluGradient(graph, x, { tanh, scale, cube }, dy) },
  ]);
}

/** x·σ(x) */
export function silu({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const sigmoid = graph.float('Sigmoid', [x], x.shape);
  const y = graph.float('Mul', [x, sigmoid], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => siluGradient(graph, { y, sigmoid }, dy) }]);
}

/** log(1 + eˣ) */
export function softplus({ graph, tape }: OperationContext, x: GraphTensor): GraphTensor {
  const y = graph.float('Softplus', [x], x.shape);
  return tape.record(y, [{ tensor: x, gradient: (dy) => softplusGradient(graph, x, dy) }]);
}
