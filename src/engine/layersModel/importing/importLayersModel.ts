import { type ImportResult, refusal } from '../../importing/importedNetwork';
import { importKeras } from '../../keras/importing/importKeras';
import { noVariables } from '../../keras/importing/variables/modelVariables';
import { namedVariables } from '../../keras/importing/variables/namedVariables';
import { layersModelSchema } from './layersModelSchema';
import { readShards } from './readShards';

/** Whether a JSON file is a model of TensorFlow.js, of either form. */
export function isTensorFlowJs(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'modelTopology' in content;
}

/** Reads a layers model of TensorFlow.js, `content` being what stands in its `model.json`. Throws where readShards does. */
export function importLayersModel(content: unknown, path: string, name: string): ImportResult {
  const { data } = layersModelSchema.safeParse(content);
  if (data === undefined)
    return refusal(
      'It is no layers model of TensorFlow.js: those of its other form, graph models, have TensorFlow’s operations in place of layers.',
      'Import the Keras model that it was made of, or convert that with --output_format=tfjs_layers_model.',
    );
  const { modelTopology } = data;
  const description = 'model_config' in modelTopology ? modelTopology.model_config : modelTopology;
  const variables = readShards(path, data);
  return importKeras(
    description,
    () => (variables.length === 0 ? noVariables : namedVariables(variables)),
    name,
  );
}
