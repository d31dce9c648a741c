import { version } from '../../../package.json';
import { kerasProject } from '../../network/code/keras/kerasProject';
import type { ExportForm } from './exportForm';
import { weightsFile } from './safetensorsForm';

/** A project that trains the network in Keras into a run folder of Layerwise's. */
export const kerasForm: ExportForm = {
  id: 'keras',
  summary: 'a Keras 3 project that trains, its model in model.py',
  trainsIn: 'keras',
  files: async (source) =>
    new Map<string, string | Uint8Array>([
      ...kerasProject(source.document, source.analysis, version),
      ['weights.safetensors', weightsFile(source)],
    ]),
};
