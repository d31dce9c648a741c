import { importKeras } from '../keras/importing/importKeras';
import { noVariables } from '../keras/importing/variables/modelVariables';
import { importLayersModel, isTensorFlowJs } from '../layersModel/importing/importLayersModel';
import { readWholeFile } from '../runs/readWholeFile';
import type { ImportForm } from './importForm';
import { modelName } from './modelName';

/** 64 MiB: a thousand times what describes ResNet-152. */
const mostBytes = 64 * 1024 ** 2;
const endings = ['json'] as const;

/** A model described as JSON: a layers model of TensorFlow.js with its weights beside it, or what Keras's to_json writes. */
export const jsonForm: ImportForm = {
  id: 'json',
  label: 'TensorFlow.js layers model or Keras architecture (JSON)',
  endings,
  async read(path) {
    const content = parseJson(readWholeFile(path, mostBytes).toString());
    const name = modelName(path, endings);
    if (isTensorFlowJs(content)) return importLayersModel(content, path, name);
    return importKeras(content, () => noVariables, name);
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('it is no JSON');
  }
}
