import type { ImportForm } from '../../importing/importForm';
import { modelName } from '../../importing/modelName';
import { Hdf5File } from '../hdf5File';
import { importKeras } from './importKeras';
import { importWeights } from './importWeights';
import { readKerasArchive } from './kerasArchive';
import { checkpointVariables } from './variables/checkpointVariables';
import { flatVariables } from './variables/flatVariables';
import { noVariables } from './variables/modelVariables';

const endings = ['keras'] as const;

/** A whole model as Keras 3 saves it: a zip file of its description and its weights. */
export const kerasForm: ImportForm = {
  id: 'keras',
  label: 'Keras model',
  endings,
  async read(path, { into }) {
    const { config, weights } = await readKerasArchive(path);
    const name = modelName(path, endings);
    if (weights === null) return importKeras(config, () => noVariables, name);
    const file = await Hdf5File.open(weights);
    if (into !== null) return importWeights(into, (model) => flatVariables(file, model));
    return importKeras(config, (model) => checkpointVariables(file, model), name);
  },
};
