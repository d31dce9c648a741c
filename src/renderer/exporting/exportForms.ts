import type { ExportFormId } from '../../protocol/exportMessages';
import { t } from '../language/t';

/** A form in which the network leaves the window. */
export interface OfferedForm {
  readonly id: ExportFormId;
  /** Names of programs and formats, the same in all languages. */
  readonly label: string;
  /** What the archive holds, as a sentence. */
  readonly holds: string;
}

/** In the order of the menu: models first, then programs that make them. */
export function offeredForms(): readonly OfferedForm[] {
  return [
    {
      id: 'onnx',
      label: 'ONNX',
      holds: t`A model for onnxruntime and other engines, and code that asks it in Python and JavaScript.`,
    },
    {
      id: 'keras-file',
      label: 'Keras (.keras)',
      holds: t`A model file that Keras 3 loads, the classes that Keras lacks, and code that asks it.`,
    },
    {
      id: 'tfjs',
      label: 'TensorFlow.js',
      holds: t`A layers model for browsers and Node, and code that asks it.`,
    },
    {
      id: 'savedmodel',
      label: 'TensorFlow SavedModel',
      holds: t`A graph with a serving signature, and code that asks it in Python.`,
    },
    {
      id: 'safetensors',
      label: 'safetensors',
      holds: t`The weights alone, by layer and name, and code that reads them.`,
    },
    {
      id: 'pytorch',
      label: t`PyTorch project`,
      holds: t`A project that trains in PyTorch as Layerwise does, with these weights to begin with.`,
    },
    {
      id: 'keras',
      label: t`Keras project`,
      holds: t`A project that trains in Keras as Layerwise does, with these weights to begin with.`,
    },
  ];
}
