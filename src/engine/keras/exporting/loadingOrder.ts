import type { FunctionalModel, ModelLayer } from '../functionalModel';

/**
 * The layers in the order in which Keras has them once it has read the model, by which it finds their weights: those
 * furthest from the output first, and of equal distance as they are met on the way back from the output
 * (`map_graph` of keras.src.ops.function).
 */
export function loadingOrder({ layers, output }: FunctionalModel): readonly ModelLayer[] {
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const met = new Map<string, number>();
  const waiting = [output];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (met.has(name)) continue;
    met.set(name, met.size);
    waiting.push(...(byName.get(name)?.inputs ?? []).toReversed());
  }
  const distances = new Map<string, number>([[output, 0]]);
  for (const { name, inputs } of layers.toReversed())
    for (const input of inputs)
      distances.set(input, Math.max(distances.get(input) ?? 0, (distances.get(name) ?? 0) + 1));
  const place = (of: ReadonlyMap<string, number>, { name }: ModelLayer): number => of.get(name) ?? 0;
  return layers.toSorted(
    (one, other) => place(distances, other) - place(distances, one) || place(met, one) - place(met, other),
  );
}
