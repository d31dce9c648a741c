import { codeText } from '../../network/code/codeLines';
import { kerasModel } from '../../network/code/keras/kerasModel';
import { kerasReadme } from '../../network/code/keras/kerasReadme';
import type { ExportForm } from './exportForm';
import { weightsFile } from './safetensorsForm';

/** A module that builds the network as a functional Keras model, and its weights. */
export const kerasForm: ExportForm = {
  id: 'keras',
  summary: 'a functional Keras 3 model in model.py',
  files: (source) =>
    new Map<string, string | Uint8Array>([
      ['model.py', codeText(kerasModel(source.document, source.analysis))],
      ['weights.safetensors', weightsFile(source)],
      ['README.md', kerasReadme(source.document, source.analysis)],
    ]),
};
