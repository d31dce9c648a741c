import { only } from '../../../network/layers/defineLayer';
import type { LayerWriter } from '../layersGraph';

/** Activations that TensorFlow.js has under another name. */
const otherNames: Readonly<Record<string, string>> = { silu: 'swish' };

export const activation: LayerWriter = (graph, { arguments: settings, outputShape }, inputs) => {
  const name = String(settings['activation']);
  return graph.add('Activation', inputs, outputShape, { activation: otherNames[name] ?? name });
};

/**
 * GELU by way of tanh, x · σ(2 √(2/π) (x + 0.044715 x³)), in layers: a model file can't name the activation of
 * TensorFlow.js, for reading turns `gelu_new` into `geluNew`.
 */
export const tanhGelu: LayerWriter = (graph, { outputShape: shape }, inputs) => {
  const x = only(inputs);
  const cube = graph.add('Multiply', [x, x, x], shape);
  const part = graph.add('Rescaling', [cube], shape, { scale: 0.044715 });
  const sum = graph.add('Add', [x, part], shape);
  const logits = graph.add('Rescaling', [sum], shape, { scale: 2 * Math.sqrt(2 / Math.PI) });
  const share = graph.add('Activation', [logits], shape, { activation: 'sigmoid' });
  return graph.add('Multiply', [x, share], shape);
};

/** TensorFlow.js knows ELU with α = 1 only: any other is α · ELU(x) + (1 − α) · ReLU(x). */
export const elu: LayerWriter = (graph, { arguments: settings, outputShape: shape }, inputs) => {
  const alpha = Number(settings['alpha'] ?? 1);
  const curve = graph.add('ELU', inputs, shape);
  if (alpha === 1) return curve;
  const positive = graph.add('ReLU', inputs, shape);
  const parts = [
    graph.add('Rescaling', [curve], shape, { scale: alpha }),
    graph.add('Rescaling', [positive], shape, { scale: 1 - alpha }),
  ];
  return graph.add('Add', parts, shape);
};

/** Over the channels; without an axis, TensorFlow.js takes the first one. */
export const softmax: LayerWriter = (graph, { outputShape }, inputs) =>
  graph.add('Softmax', inputs, outputShape, { axis: -1 });
