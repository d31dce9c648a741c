import type { RequestedFile } from '../../protocol/requestedFiles';
import { t } from '../language/t';
import type { ChosenFile } from './droppedProject';

const modelFile = /\.(onnx|keras|h5|hdf5|pt2?|pth)$/i;
const datasetFile = /\.(npz|npy|bin|bin\.gz|tgz|tar\.gz)$|idx[13]-ubyte(\.gz)?$/i;

/**
 * What a file is that was chosen in a browser, as far as its name tells. The engine is on the machine that serves the
 * page and reads what lies there: of a file of this computer it has nothing but what the page sends. `path` is what the
 * page calls a file that it knows.
 */
export function describeChosen({ file, isFolder }: ChosenFile, path: string | null): RequestedFile {
  const { name } = file;
  if (isFolder || datasetFile.test(name))
    return unknown(
      t`${name} is on this computer, and the engine reads runs and datasets of the machine that serves this page.`,
      t`Copy ${name} to that machine; then type its path there under Data, or put a run into its folder of runs.`,
    );
  if (modelFile.test(name))
    return unknown(
      t`A page in a browser can’t import ${name}: models are read by the application and the command line.`,
      t`Make a project of it with “layerwise import ${name} --out imported.layerwise”, and open that here.`,
    );
  return { type: 'project', path };
}

function unknown(message: string, advice: string): RequestedFile {
  return { type: 'unknown', problem: { message, advice } };
}
