import { existsSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AdviceError } from '../engine/adviceError';
import { linkRun } from '../engine/runs/linkRun';
import { projectExtension } from '../network/graph/projectFileName';
import type { RequestedFile } from '../protocol/requestedFiles';

/** Files of datasets by the endings of their names; see recogniseDataset. */
const datasetFile = /\.(npz|npy|bin|bin\.gz|tgz|tar\.gz)$|idx[13]-ubyte(\.gz)?$/i;
const recordFile = 'run.json';

/** Of a project that has another ending, this much is looked at. */
const headBytes = 4096;

/** What a file or folder is that a person chose, as far as its name tells; a run is put among the runs. */
export async function requestedFile(path: string, runsFolder: string): Promise<RequestedFile> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() && !existsSync(join(path, recordFile))) return { type: 'dataset', path };
  if (found?.isDirectory()) return linkedRun(path, runsFolder);
  if (name === recordFile) return linkedRun(dirname(path), runsFolder);
  if (name.toLowerCase().endsWith(projectExtension)) return { type: 'project', path };
  if (datasetFile.test(name)) return { type: 'dataset', path };
  if (found?.isFile() !== true || (await isProject(path))) return { type: 'project', path };
  // The readers of models are many, and no start of the window waits for them.
  const { importFormOf } = await import('../engine/importing/importForms');
  return importFormOf(path) === null ? { type: 'project', path } : { type: 'model', name };
}

function linkedRun(folder: string, runsFolder: string): RequestedFile {
  try {
    return { type: 'run', run: linkRun(runsFolder, folder) };
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    return { type: 'unknown', problem: { message: error.message, advice: error.advice } };
  }
}

/** Whether a file says of itself that it is a project, whatever it is called. */
async function isProject(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return /^\s*\{\s*"format":\s*"layerwise"/.test(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    // What is wrong with it is said by whoever reads it.
    return false;
  }
}
