import type { LayerSpec, ModelSpec } from './modelSpec';
import type { TensorReference } from './tensorReference';

/**
 * Counts the calls of models within a model from 0, as those of layers: Keras 2 counts from 1 where a model was built before
 * it was called, and lists the later calls only.
 */
export function withCallsFromZero(model: ModelSpec): ModelSpec {
  const references = [
    ...model.layers.flatMap(({ calls }) => calls.flatMap(({ tensors }) => tensors)),
    ...model.outputs,
  ];
  const last = new Map<string, number>();
  for (const { layer, call } of references) last.set(layer, Math.max(last.get(layer) ?? 0, call));
  const shifted = new Set(
    model.layers
      .filter(({ name, calls, model: inner }) => inner !== null && (last.get(name) ?? 0) >= calls.length)
      .map(({ name }) => name),
  );
  if (shifted.size === 0) return model;
  const counted = (reference: TensorReference): TensorReference =>
    shifted.has(reference.layer) ? { ...reference, call: reference.call - 1 } : reference;
  const layers = model.layers.map(
    (layer): LayerSpec => ({
      ...layer,
      calls: layer.calls.map((call) => ({ ...call, tensors: call.tensors.map(counted) })),
    }),
  );
  return { ...model, layers, outputs: model.outputs.map(counted) };
}
