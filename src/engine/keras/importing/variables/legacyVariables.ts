import type { Hdf5File } from '../../hdf5File';
import { hdf5Variable } from './hdf5Variable';
import type { ModelVariables, StoredVariable } from './modelVariables';
import { namedVariables } from './namedVariables';

/**
 * Weights as Keras writes them into `.h5`: a group for each layer of the model, whose attribute `weight_names` lists
 * what is in it; a model within the model has one group for all that is in it.
 */
export function legacyVariables(file: Hdf5File, root: string): ModelVariables {
  return {
    ofLayer: ({ name }) => variablesOf(file, `${root}${name}`),
    ofModel: ({ name }) => namedVariables(variablesOf(file, `${root}${name}`)),
  };
}

/** What a group lists, in Keras's order. */
export function variablesOf(file: Hdf5File, group: string): readonly StoredVariable[] {
  return (file.texts(group, 'weight_names') ?? []).flatMap((name) => {
    const variable = hdf5Variable(file, `${group}/${name}`);
    return variable === null ? [] : [{ ...variable, path: name }];
  });
}
