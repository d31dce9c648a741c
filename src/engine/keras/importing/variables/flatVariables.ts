import type { Hdf5File } from '../../hdf5File';
import type { ModelSpec } from '../modelSpec';
import { checkpointVariables, layerContainers, variablesIn } from './checkpointVariables';
import { legacyVariables, variablesOf } from './legacyVariables';
import type { ModelVariables } from './modelVariables';
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
  const all = namedVariables(
    file.namesIn(root.slice(0, -1)).flatMap((group) => variablesOf(file, `${root}${group}`)),
  );
  const ofLayer: ModelVariables['ofLayer'] = (layer) => {
    const variables = own.ofLayer(layer) ?? [];
    return variables.length === 0 ? all.ofLayer(layer) : variables;
  };
  return { ofLayer, ofModel: () => all };
}

/** Where the layer of each name lies. */
function namedPlaces(
  file: Hdf5File,
  root = '',
  places = new Map<string, string>(),
  depth = 0,
): ReadonlyMap<string, string> {
  if (depth > deepest) return places;
  for (const container of layerContainers)
    for (const part of file.namesIn(`${root}${container}`)) {
      const place = `${root}${container}/${part}`;
      const name = file.text(`${place}/vars`, 'name');
      if (name !== null && !places.has(name)) places.set(name, place);
      namedPlaces(file, `${place}/`, places, depth + 1);
    }
  return places;
}
