import type { KerasCall } from '../../layers/kerasLayer';
import { firstValues } from './firstValues';
import type { KerasNode } from './kerasNodes';

/** A node's layers in Keras with names and initialisers, one behind the other; of a frozen one those that have weights say so. */
export function namedCalls({ node, layer, layerName, weights }: KerasNode): readonly KerasCall[] {
  return layer.layers.map((call, index) => ({
    ...call,
    arguments: {
      ...{ ...call.arguments, ...firstValues(call, weights) },
      ...(node.frozen === true && Object.keys(call.weights).length > 0 && { trainable: false }),
      name: partName(layer, layerName, index),
    },
  }));
}

/** The last layer has the name itself, those before it say what they are. */
export function partName({ layers }: KerasNode['layer'], layerName: string, index: number): string {
  const part = layers[index]?.className.replace('2D', '') ?? '';
  return index === layers.length - 1 ? layerName : `${layerName}.${part}`;
}

/** Kinds that are layers of Keras which take a list, however long. */
export const manyInputs: ReadonlySet<string> = new Set(['add', 'multiply', 'concat', 'gate']);

/** A name for the whole model that TensorFlow takes as a scope. */
export function modelName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_.-]+/g, '_').replace(/^[^A-Za-z0-9]+/, '') || 'network';
}
