import type { ExportForm } from './exportForm';
import { kerasForm } from './kerasForm';
import { onnxForm } from './onnxForm';
import { pytorchForm } from './pytorchForm';
import { safetensorsForm } from './safetensorsForm';
import { tfjsForm } from './tfjsForm';

/** In the order of the help. */
export const exportForms: readonly ExportForm[] = [
  kerasForm,
  onnxForm,
  pytorchForm,
  safetensorsForm,
  tfjsForm,
];
