import { caffeForm } from '../caffe/importing/caffeForm';
import { hdf5Form } from '../keras/importing/hdf5Form';
import { kerasForm } from '../keras/importing/kerasForm';
import { onnxForm } from '../onnx/importing/onnxForm';
import { pytorchForm } from '../pytorch/importing/pytorchForm';
import type { ImportForm } from './importForm';
import { jsonForm } from './jsonForm';

/** Every form that can be imported, in the order of dialogs and of the help. */
export const importForms: readonly ImportForm[] = [
  onnxForm,
  kerasForm,
  hdf5Form,
  jsonForm,
  pytorchForm,
  caffeForm,
];

/** The form of a file by the ending of its name; the longest ending counts. Null where it has none of a form. */
export function importFormOf(path: string): ImportForm | null {
  const name = path.toLowerCase();
  const fitting = importForms.flatMap((form) =>
    form.endings
      .filter((ending) => name.endsWith(`.${ending}`))
      .map((ending) => ({ form, length: ending.length })),
  );
  return fitting.sort((left, right) => right.length - left.length)[0]?.form ?? null;
}
