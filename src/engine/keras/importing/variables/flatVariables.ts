import type { Hdf5File } from '../../hdf5File';
import type { ModelSpec } from '../modelSpec';
import { checkpointVariables, layerContainers, variablesIn } from './checkpointVariables';
import { legacyVariables, variablesOf } from './legacyVariables';
import type { ModelVariables, StoredVariable } from './modelVariables';
import { namedVariables } from './namedVariables';

/** Models within one another. */
const deepest = 16;

/** Weights of a file by the names of their layers alone, for a network in which models within the model are groups. */
export function flatVariables(file: Hdf5File, model: ModelSpec): ModelVariables {
  const roots = file.namesIn('');
  const legacy = roots.includes('model_weights') ? 'model_weights/' : '';
  if (legacy !== '' || file.texts('', 'layer_names') !== null) return flatLegacy(file, legacy);
  const places = namedPlaces(file);
  const counted = checkpointVariables(file, model);
  return {
    ofLayer(layer) {
      if (places.size === 0) return counted.ofLayer(layer);
      const place = places.get(layer.name);
      return place === undefined ? [] : variablesIn(file, `${place}/vars`);
    },
    ofModel: () => flatVariables(file, model),
  };
}

/** Whether the layers of a file of Keras 3 can be told only by their order, as in those of its first versions. */
export function isNameless(file: Hdf5File): boolean {
  return layerContainers.some((name) => file.namesIn(name).length > 0) && namedPlaces(file).size === 0;
}

/** Whether a layer of a file of Keras 3 is a model with layers of its own. */
export function hasModelsWithin(file: Hdf5File): boolean {
  return layerContainers.some((outer) =>
    file
      .namesIn(outer)
      .some((part) => layerContainers.some((inner) => file.namesIn(`${outer}/${part}/${inner}`).length > 0)),
  );
}

function flatLegacy(file: Hdf5File, root: string): ModelVariables {
  const own = legacyVariables(file, root);
  const stored = file.namesIn(root.slice(0, -1)).flatMap((group) => variablesOf(file, `${root}${group}`));
  const all = namedVariables(alone(stored));
  const ofLayer: ModelVariables['ofLayer'] = (layer) => {
    const variables = own.ofLayer(layer) ?? [];
    return variables.length === 0 ? all.ofLayer(layer) : variables;
  };
  return { ofLayer, ofModel: () => all };
}

/** Weights whose names no other one of the file has. */
function alone(stored: readonly StoredVariable[]): readonly StoredVariable[] {
  const counts = new Map<string, number>();
  for (const { path } of stored) counts.set(path, (counts.get(path) ?? 0) + 1);
  return stored.filter(({ path }) => counts.get(path) === 1);
}

/** Where the layer of each name lies, of those names that no two layers have. */
function namedPlaces(file: Hdf5File): ReadonlyMap<string, string> {
  const places = new Map<string, string | null>();
  collectPlaces(file, '', places, 0);
  return new Map([...places].flatMap(([name, place]) => (place === null ? [] : [[name, place] as const])));
}

function collectPlaces(
  file: Hdf5File,
  root: string,
  places: Map<string, string | null>,
  depth: number,
): void {
  if (depth > deepest) return;
  for (const container of layerContainers)
    for (const part of file.namesIn(`${root}${container}`)) {
      const place = `${root}${container}/${part}`;
      const name = file.text(`${place}/vars`, 'name');
      if (name !== null) places.set(name, places.has(name) ? null : place);
      collectPlaces(file, `${place}/`, places, depth + 1);
    }
}
