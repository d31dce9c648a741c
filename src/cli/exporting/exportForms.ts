import type { ExportForm } from './exportForm';
import { onnxForm } from './onnxForm';
import { pytorchForm } from './pytorchForm';
import { safetensorsForm } from './safetensorsForm';

/** In the order of the help. */
export const exportForms: readonly ExportForm[] = [onnxForm, pytorchForm, safetensorsForm];
