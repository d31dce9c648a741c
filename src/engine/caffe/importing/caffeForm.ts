import type { ImportForm } from '../../importing/importForm';
import { modelName } from '../../importing/modelName';
import { readWholeFile } from '../../runs/readWholeFile';
import { importCaffe } from './importCaffe';

/** 4 MiB: a hundred times what describes ResNet-152. */
const mostBytes = 4 * 1024 ** 2;
const endings = ['prototxt'] as const;

/** A network as Caffe describes it, without its weights. */
export const caffeForm: ImportForm = {
  id: 'caffe',
  label: 'Caffe network (prototxt)',
  endings,
  read: async (path) => importCaffe(readWholeFile(path, mostBytes).toString(), modelName(path, endings)),
};
