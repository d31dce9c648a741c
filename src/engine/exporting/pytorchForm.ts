import { version } from '../../../package.json';
import { pytorchProject } from '../../network/code/pytorch/pytorchProject';
import type { ExportForm } from './exportForm';
import { weightsFile } from './safetensorsForm';

/** A project that trains the network in PyTorch, on one machine or many, into a run folder of Layerwise's. */
export const pytorchForm: ExportForm = {
  id: 'pytorch',
  summary: 'a project that trains, its model in model.py',
  trainsIn: 'pytorch',
  files: async (source) =>
    new Map<string, string | Uint8Array>([
      ...pytorchProject(source.document, source.analysis, version),
      ['weights.safetensors', weightsFile(source)],
    ]),
};
