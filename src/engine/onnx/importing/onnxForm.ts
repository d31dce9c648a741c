import type { ImportForm } from '../../importing/importForm';
import { modelName } from '../../importing/modelName';
import { readWholeFile } from '../../runs/readWholeFile';
import { importOnnx } from './importOnnx';

/** What ONNX files hold at most, for their format counts in 31 bits: 2 GiB. */
const mostBytes = 2 ** 31 - 1;
const endings = ['onnx'] as const;

/** A model of one file that was exported as ONNX. */
export const onnxForm: ImportForm = {
  id: 'onnx',
  label: 'ONNX model',
  endings,
  read: async (path) => importOnnx(readWholeFile(path, mostBytes), modelName(path, endings)),
};
