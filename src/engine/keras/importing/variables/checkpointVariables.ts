import { ContainerNames } from '../../containerNames';
import type { Hdf5File } from '../../hdf5File';
import type { LayerSpec, ModelSpec } from '../modelSpec';
import { hdf5Variable } from './hdf5Variable';
import type { ModelVariables, StoredVariable } from './modelVariables';

/** Where layers lie in files of Keras 3, and of its first form in Keras 2.12. */
export const layerContainers = ['layers', '_layer_checkpoint_dependencies'] as const;

/**
 * Weights as Keras 3 writes them: `layers/conv2d_1/vars/0` is the first weight of the second Conv2D among the layers.
 * Newer files say moreover what the layer is called, which counts where it is said.
 */
export function checkpointVariables(file: Hdf5File, { layers }: ModelSpec, root = ''): ModelVariables {
  const container =
    layerContainers.find((name) => file.namesIn(`${root}${name}`).length > 0) ?? layerContainers[0];
  const counted = new ContainerNames();
  const places = new Map(
    layers.map((layer) => [layer.name, `${root}${container}/${counted.take(layer.className)}`] as const),
  );
  const named = new Map(
    file.namesIn(`${root}${container}`).flatMap((name) => {
      const place = `${root}${container}/${name}`;
      const called = file.text(`${place}/vars`, 'name');
      return called === null ? [] : [[called, place] as const];
    }),
  );
  const placeOf = (layer: LayerSpec): string => named.get(layer.name) ?? places.get(layer.name) ?? '';
  return {
    ofLayer: (layer) => variablesIn(file, `${placeOf(layer)}/vars`),
    ofModel: (layer, model) => checkpointVariables(file, model, `${placeOf(layer)}/`),
  };
}

/** Numbered from 0 in Keras's order; files list them as texts. */
export function variablesIn(file: Hdf5File, place: string): readonly StoredVariable[] {
  return file.namesIn(place).flatMap((_, number) => hdf5Variable(file, `${place}/${number}`) ?? []);
}
