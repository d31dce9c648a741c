import type { ImportForm } from '../../importing/importForm';
import { modelName } from '../../importing/modelName';
import { Hdf5File } from '../hdf5File';
import { importKeras } from './importKeras';
import { readKerasArchive } from './kerasArchive';
import { checkpointVariables } from './variables/checkpointVariables';
import { noVariables } from './variables/modelVariables';
import { weightsInto } from './weightsInto';

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
    if (into !== null) return weightsInto(file, into);
    return importKeras(config, (model) => checkpointVariables(file, model), name);
  },
};
