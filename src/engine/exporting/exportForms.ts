import type { ExportForm } from './exportForm';
import { kerasFileForm } from './kerasFileForm';
import { kerasForm } from './kerasForm';
import { onnxForm } from './onnxForm';
import { pytorchForm } from './pytorchForm';
import { safetensorsForm } from './safetensorsForm';
import { savedModelForm } from './savedModelForm';
import { tfjsForm } from './tfjsForm';

/** In the order of the help. */
export const exportForms: readonly ExportForm[] = [
  kerasForm,
  kerasFileForm,
  onnxForm,
  pytorchForm,
  safetensorsForm,
  savedModelForm,
  tfjsForm,
];
