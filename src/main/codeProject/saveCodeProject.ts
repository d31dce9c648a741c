import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type BrowserWindow, dialog } from 'electron';
import { plainFileName } from '../../network/graph/projectFileName';
import type { FileProblem } from '../../protocol/fileProblem';
import type { AnswerOf, RequestOf } from '../../protocol/windowChannels';
import { t } from '../language/t';
import type { CodeProjectOrder } from './writeCodeProject';

/** What the thread answers. */
export interface CodeProjectOutcome {
  readonly problem: FileProblem | null;
}

/** Where the window is, where dialogs start, where runs are kept, and the built thread. */
export interface CodeProjectPlace {
  readonly window: BrowserWindow;
  readonly runsFolder: string;
  readonly documents: string;
  readonly workerFile: string;
}

/** Asks for a folder by a name that is to be made, and writes a project there that trains the network. */
export async function saveCodeProject(
  { suggestedName, form, text }: RequestOf<'saveCodeProject'>,
  { window, documents, runsFolder, workerFile }: CodeProjectPlace,
): Promise<AnswerOf<'saveCodeProject'>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t`Save the project as a folder`,
    defaultPath: join(documents, `${plainFileName(suggestedName)} ${form}`),
    properties: ['createDirectory'],
  });
  if (canceled || filePath === '') return { status: 'cancelled' };
  const workerData: CodeProjectOrder = { form, text, folder: filePath, runsFolder };
  const [outcome]: CodeProjectOutcome[] = await once(new Worker(workerFile, { workerData }), 'message');
  const problem = outcome?.problem ?? null;
  return problem === null ? { status: 'done', value: filePath } : { status: 'failed', problem };
}
