import type { ConnectionTable, LocalResponseNormOptions } from '../../../network/layers/classicOps';
import type { OnnxGraph } from '../onnxGraph';
import type { OnnxTensor } from '../onnxTensor';
import { weightOf } from '../weightOf';

/** ONNX divides alpha by the number of channels that count. */
export function localResponseNorm(
  graph: OnnxGraph,
  x: OnnxTensor,
  { radius, bias, alpha, beta }: LocalResponseNormOptions,
): OnnxTensor {
  const size = 2 * radius + 1;
  return graph.add('LRN', [x], x.shape, {
    size,
    bias: { float: bias },
    alpha: { float: alpha * size },
    beta: { float: beta },
  });
}

/** The full kernel, with zeros where no plane stands. */
export function spreadKernel(kernel: OnnxTensor, { inputs, outputs, pairs }: ConnectionTable): OnnxTensor {
  const { name, shape, values } = weightOf(kernel);
  const [height = 1, width = 1] = shape;
  const full = new Float32Array(height * width * inputs * outputs);
  for (let position = 0; position < height * width; position += 1)
    for (const [plane, [input, output]] of pairs.entries())
      full[(position * inputs + input) * outputs + output] = values[position * pairs.length + plane] ?? 0;
  return { type: 'weight', name, shape: [height, width, inputs, outputs], values: full };
}

export function negativeSquaredDistances(graph: OnnxGraph, x: OnnxTensor, centres: OnnxTensor): OnnxTensor {
  const [units = 1, features = 1] = centres.shape;
  const row = graph.add('Unsqueeze', [x, graph.integers('axis', [1])], [1, features]);
  const difference = graph.add('Sub', [row, centres], [units, features]);
  const square = graph.add('Mul', [difference, difference], [units, features]);
  const sum = graph.add('ReduceSum', [square, graph.integers('axis', [2])], [units], { keepdims: 0 });
  return graph.add('Neg', [sum], [units]);
}
