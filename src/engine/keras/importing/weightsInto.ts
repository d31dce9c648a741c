import type { NetworkDocument } from '../../../network/graph/document';
import { layerKind } from '../../../network/layers/registry';
import { type ImportResult, refusal } from '../../importing/importedNetwork';
import type { Hdf5File } from '../hdf5File';
import { importWeights } from './importWeights';
import { flatVariables, hasModelsWithin, isNameless } from './variables/flatVariables';

/**
 * Takes the weights of a file over into a network. Where the file has no names for them they are counted, and Keras may
 * count branches and models within models otherwise than they stand here: order tells layers in a row only.
 */
export function weightsInto(file: Hdf5File, document: NetworkDocument): ImportResult {
  const merges = document.nodes.some(({ kind }) => layerKind(kind).inputs === 'many');
  if (isNameless(file) && (merges || hasModelsWithin(file)))
    return refusal(
      'It does not say which layers its weights are of, and the network is more than layers in a row.',
      'Save the whole model in Keras, model.save("model.keras"), and import that.',
    );
  return importWeights(document, (model) => flatVariables(file, model));
}
