import type { DatasetReference } from '../../network/datasets/datasetReference';
import { t } from '../language/t';
import { askAboutDataset } from './datasetRequests';

/** What came of choosing a file or folder. */
export type Choice =
  | { readonly state: 'chosen'; readonly reference: DatasetReference }
  | { readonly state: 'failed'; readonly message: string; readonly advice: string };

/** Asks for a file or folder, and the engine what is there. Null where none was chosen. */
export async function chooseData(what: 'file' | 'folder'): Promise<Choice | null> {
  const path = await window.layerwise.call('chooseDataset', { what });
  return path === null ? null : recogniseData(path);
}

/** Asks the engine what is at a path of its machine. */
export function recogniseData(path: string): Promise<Choice> {
  return new Promise((resolve) => {
    const request = askAboutDataset({ type: 'recogniseDataset', path }, (event) => {
      if (event.type === 'datasetRecognised') resolve({ state: 'chosen', reference: event.reference });
      else if (event.type === 'datasetFailed')
        resolve({ state: 'failed', message: event.message, advice: event.advice });
    });
    if (request === null)
      resolve({
        state: 'failed',
        message: t`The engine is not running, so nothing can be read.`,
        advice: t`Wait until it has started, or restart it.`,
      });
  });
}
