/** Opening projects, models, data and runs. Files are read by main; whatever fails leaves the canvas as it is. */
import { assertNever } from '../../network/assertNever';
import type { NetworkDocument } from '../../network/graph/document';
import { parseProject } from '../../network/graph/projectFile';
import type { RequestedFile } from '../../protocol/requestedFiles';
import type { AnswerOf } from '../../protocol/windowChannels';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { importModel } from '../opening/importModel';
import { openData } from '../opening/openData';
import { useKeptRuns } from '../runs/keptRunsStore';
import { goToFile, openInTab } from '../tabs/openInTab';
import { openKeptRun } from '../training/trainingActions';
import { useOpenView } from '../views/openView';
import { emptyDocument } from './emptyDocument';
import { portray } from './portray';
import { useProjectProblem } from './projectProblem';

/** Opens a network that is made for this. */
export function openDocument(document: NetworkDocument): void {
  openInTab(document, null);
}

export function openEmptyProject(): void {
  openDocument(emptyDocument());
}

/** Asks for a file, of a project, a model or data, and opens it. */
export async function openProject(): Promise<void> {
  if (await window.layerwise.call('chooseFile', undefined)) await openRequest();
}

/** Opens what was chosen, here or outside of the page, if there is anything. */
export async function openRequest(): Promise<void> {
  const request = await window.layerwise.call('describeRequest', undefined);
  if (request !== null) await openDescribed(request);
}

/** Opens what the window was told of. */
export async function openDescribed(request: RequestedFile): Promise<void> {
  switch (request.type) {
    case 'project':
      return openAnswered(request.path, () => window.layerwise.call('openRequestedProject', undefined));
    case 'model':
      return importModel(request.name);
    case 'dataset':
      return openData(request.path);
    case 'run':
      useKeptRuns.getState().refresh();
      useOpenView.getState().close();
      return openKeptRun(request.run);
    case 'unknown':
      return useProjectProblem.getState().show({ title: t`It could not be opened`, ...request.problem });
    default:
      assertNever(request);
  }
}

/** Opens a file of the list of recent projects. */
export function openRecentProject(path: string): Promise<void> {
  return openAnswered(path, () => window.layerwise.call('openRecentProject', { path }));
}

/** A file that is open already is not read again: what was edited since is in its tab. */
async function openAnswered(
  file: string | null,
  read: () => Promise<AnswerOf<'openRequestedProject'>>,
): Promise<void> {
  if (file !== null && goToFile(file)) return;
  const title = t`The project could not be opened`;
  const answer = await read();
  if (answer.status === 'failed') return useProjectProblem.getState().show({ title, ...answer.problem });
  if (answer.status === 'cancelled') return;
  const { path, text } = answer.value;
  const result = parseProject(text);
  if ('problem' in result) return useProjectProblem.getState().show({ title, ...result.problem });
  openInTab(result.document, path);
  portray(path, useEditor.getState());
}
