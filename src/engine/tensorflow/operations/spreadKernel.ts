import type { ConnectionTable } from '../../../network/layers/classicOps';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import type { OperationContext } from './operationContext';
import { reshape } from './shapes';

/** Planes of a kernel put where they belong by a constant matrix of zeros and ones; the gradient picks them out again. */
export function spreadKernel(
  { graph, tape }: OperationContext,
  kernel: GraphTensor,
  { inputs, outputs, pairs }: ConnectionTable,
): GraphTensor {
  const [height = 1, width = 1] = kernel.shape;
  const places = new Float32Array(pairs.length * inputs * outputs);
  for (const [plane, [input, output]] of pairs.entries())
    places[(plane * inputs + input) * outputs + output] = 1;
  const matrix = graph.constant(places, [pairs.length, inputs * outputs]);
  const planes = reshape(graph, kernel, [height * width, pairs.length]);
  const full = graph.float('MatMul', [planes, matrix], [height * width, inputs * outputs]);
  const gradient = (dy: GraphTensor): GraphTensor => {
    const flat = reshape(graph, dy, [height * width, inputs * outputs]);
    const attributes = { transpose_b: attribute.bool(true) };
    const picked = graph.float('MatMul', [flat, matrix], [height * width, pairs.length], attributes);
    return reshape(graph, picked, kernel.shape);
  };
  const y = reshape(graph, full, [height, width, inputs, outputs]);
  return tape.record(y, [{ tensor: kernel, gradient }]);
}
