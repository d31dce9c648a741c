import type { LayerSpec } from '../modelSpec';
import type { ModelVariables, StoredVariable } from './modelVariables';

/**
 * Weights in one list with names such as `inner/conv1/kernel:0`: those of a layer stand under its name, in its order,
 * also where the layer is in a model within the model.
 */
export function namedVariables(variables: readonly StoredVariable[]): ModelVariables {
  const byLayer = new Map<string, StoredVariable[]>();
  for (const variable of variables) {
    const scope = scopeOf(variable.path);
    const known = byLayer.get(scope);
    if (known === undefined) byLayer.set(scope, [variable]);
    else known.push(variable);
  }
  const within = (models: readonly string[]): ModelVariables => ({
    ofLayer: (layer) => found(byLayer, models, layer),
    ofModel: (layer) => within([...models, layer.name]),
  });
  return within([]);
}

/** The longest scope that ends with the layer's name and has the names of the models around it, if it can be told; none where several might be meant. */
function found(
  byLayer: ReadonlyMap<string, readonly StoredVariable[]>,
  models: readonly string[],
  { name }: LayerSpec,
): readonly StoredVariable[] {
  for (let from = 0; from <= models.length; from++) {
    const exact = byLayer.get([...models.slice(from), name].join('/'));
    if (exact !== undefined) return exact;
  }
  const ending = [...byLayer].filter(([scope]) => scope.endsWith(`/${name}`));
  return ending.length === 1 ? (ending[0]?.[1] ?? []) : [];
}

/** `inner/conv1` of inner/conv1/kernel:0. */
function scopeOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
