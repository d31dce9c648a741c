import { only } from '../../../network/layers/defineLayer';
import type { LayerWriter } from '../layersGraph';

/** A layer that TensorFlow.js has under the same name, and settings that it calls otherwise. */
export function plain(renamed: Readonly<Record<string, string>> = {}): LayerWriter {
  return (graph, { className, arguments: settings, weights, outputShape }, inputs) => {
    const config = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [renamed[name] ?? name, value]),
    );
    return graph.add(className, inputs, outputShape, config, weights);
  };
}

/** A layer that joins a list; TensorFlow.js takes none of a single value. */
export const merge: LayerWriter = (graph, layer, inputs) =>
  inputs.length === 1 ? only(inputs) : plain()(graph, layer, inputs);

/** A layer that does nothing where the network answers, and that TensorFlow.js has not. */
export const nothing: LayerWriter = (_graph, _layer, inputs) => only(inputs);
