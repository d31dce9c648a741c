import { type ImportResult, refusal } from '../../importing/importedNetwork';
import type { ImportForm } from '../../importing/importForm';
import { modelName } from '../../importing/modelName';
import { readWholeFile } from '../../runs/readWholeFile';
import { Hdf5File } from '../hdf5File';
import { importKeras } from './importKeras';
import { legacyVariables } from './variables/legacyVariables';
import { weightsInto } from './weightsInto';

/** What is read of an HDF5 file: 2 GiB. */
const mostBytes = 2 ** 31 - 1;
const endings = ['weights.h5', 'h5', 'hdf5'] as const;

/** A whole model as Keras 2 saves it, or weights alone of either version. */
export const hdf5Form: ImportForm = {
  id: 'keras-h5',
  label: 'Keras model or weights (HDF5)',
  endings,
  async read(path, { into }) {
    const file = await Hdf5File.open(readWholeFile(path, mostBytes));
    if (into !== null) return weightsInto(file, into);
    const config = file.text('', 'model_config');
    if (config === null) return weightsAlone();
    return importKeras(
      parseJson(config),
      () => legacyVariables(file, 'model_weights/'),
      modelName(path, endings),
    );
  },
};

function weightsAlone(): ImportResult {
  return refusal(
    'It holds weights alone, and says nothing of the layers.',
    'Open the project whose weights they are and import them into it (on the command line: --into project.layerwise), or save the whole model in Keras: model.save("model.keras").',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('its description of the model is no JSON');
  }
}
