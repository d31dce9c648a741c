import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';

/** 1 / √(2π): the standard normal density at 0. */
const densityAtZero = 1 / Math.sqrt(2 * Math.PI);

/** ∂L/∂x of y = x · Φ(x): ∂L/∂y · (Φ(x) + x · φ(x)), with φ the standard normal density. */
export function exactGeluGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  cumulative: GraphTensor,
  dy: GraphTensor,
): GraphTensor {
  const { shape } = x;
  const power = graph.float('Mul', [graph.float('Square', [x], shape), graph.constant(-0.5)], shape);
  const density = graph.float(
    'Mul',
    [graph.float('Exp', [power], shape), graph.constant(densityAtZero)],
    shape,
  );
  const slope = graph.float('AddV2', [cumulative, graph.float('Mul', [x, density], shape)], shape);
  return graph.float('Mul', [dy, slope], shape);
}

/**
 * ∂L/∂x of y = ½x · (1 + t) with t = tanh(scale · (x + cube · x³)): ∂L/∂y · ½(1 + t + x · (1 − t²) · scale ·
 * (1 + 3 · cube · x²)).
 */
export function tanhGeluGradient(
  graph: GraphBuilder,
  x: GraphTensor,
  { tanh, scale, cube }: { readonly tanh: GraphTensor; readonly scale: number; readonly cube: number },
  dy: GraphTensor,
): GraphTensor {
  const { shape } = x;
  const times = (left: GraphTensor, right: GraphTensor): GraphTensor =>
    graph.float('Mul', [left, right], shape);
  const plusOne = (tensor: GraphTensor): GraphTensor =>
    graph.float('AddV2', [tensor, graph.constant(1)], shape);
  const square = graph.float('Square', [x], shape);
  const inner = times(plusOne(times(square, graph.constant(3 * cube))), graph.constant(scale));
  const bend = graph.float('TanhGrad', [tanh, times(x, inner)], shape);
  const slope = graph.float('AddV2', [plusOne(tanh), bend], shape);
  return times(dy, times(slope, graph.constant(0.5)));
}
