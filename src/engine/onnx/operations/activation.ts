import type { GeluForm } from '../../../network/layers/activationOps';
import type { OnnxGraph } from '../onnxGraph';
import { channelAxis, type OnnxTensor } from '../onnxTensor';
import { weightOf } from '../weightOf';
import { scale } from './products';

export function relu6(graph: OnnxGraph, x: OnnxTensor): OnnxTensor {
  return graph.add('Clip', [x, graph.floats('min', [], [0]), graph.floats('max', [], [6])], x.shape);
}

export function prelu(graph: OnnxGraph, x: OnnxTensor, slopes: OnnxTensor): OnnxTensor {
  return graph.add('PRelu', [x, graph.perChannel(weightOf(slopes), x)], x.shape);
}

/** Opset 17 has no GELU: it is written out (Hendrycks & Gimpel 2016, section 2). */
export function gelu(graph: OnnxGraph, x: OnnxTensor, form: GeluForm): OnnxTensor {
  const one = graph.floats('one', [], [1]);
  const inner = form === 'exact' ? exactInner() : tanhInner();
  const gate = scale(graph, graph.add('Add', [inner, one], x.shape), 0.5);
  return graph.add('Mul', [x, gate], x.shape);

  function exactInner(): OnnxTensor {
    return graph.add('Erf', [scale(graph, x, Math.SQRT1_2)], x.shape);
  }

  function tanhInner(): OnnxTensor {
    const square = graph.add('Mul', [x, x], x.shape);
    const factor = graph.add('Add', [scale(graph, square, 0.044715), one], x.shape);
    const argument = scale(graph, graph.add('Mul', [x, factor], x.shape), Math.sqrt(2 / Math.PI));
    return graph.add('Tanh', [argument], x.shape);
  }
}

export function silu(graph: OnnxGraph, x: OnnxTensor): OnnxTensor {
  return graph.add('Mul', [x, graph.add('Sigmoid', [x], x.shape)], x.shape);
}

export function softmax(graph: OnnxGraph, x: OnnxTensor): OnnxTensor {
  return graph.add('Softmax', [x], x.shape, { axis: channelAxis(x) });
}
