import type { OnnxGraph } from '../onnxGraph';
import type { OnnxTensor } from '../onnxTensor';
import { weightOf } from '../weightOf';

export function scale(graph: OnnxGraph, x: OnnxTensor, factor: number): OnnxTensor {
  return graph.add('Mul', [x, graph.floats('factor', [], [factor])], x.shape);
}

export function scaleChannels(graph: OnnxGraph, x: OnnxTensor, factors: OnnxTensor): OnnxTensor {
  return graph.add('Mul', [x, graph.perChannel(weightOf(factors), x)], x.shape);
}

/** A product with a kernel directly before takes it along, as convolutions and dense layers of ONNX have it. */
export function biasAdd(graph: OnnxGraph, x: OnnxTensor, bias: OnnxTensor): OnnxTensor {
  const weight = weightOf(bias);
  const flat = () => graph.weight(weight, weight.shape, weight.values);
  if (graph.accepts(x, ['Conv', 'ConvTranspose', 'Gemm'])) {
    graph.addInput(x, flat());
    return x;
  }
  return graph.add('Add', [x, graph.perChannel(weight, x)], x.shape);
}

export function matMul(graph: OnnxGraph, x: OnnxTensor, kernel: OnnxTensor): OnnxTensor {
  const weight = weightOf(kernel);
  const written = graph.weight(weight, weight.shape, weight.values);
  return graph.add('Gemm', [x, written], [weight.shape.at(-1) ?? 1]);
}
