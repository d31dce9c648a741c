/** Opening and saving projects. Files are read and written by main; whatever fails leaves the canvas as it is. */

import type { NetworkDocument } from '../../network/graph/document';
import { parseProject, serialiseProject } from '../../network/graph/projectFile';
import type { AnswerOf } from '../../protocol/windowChannels';
import { useColourBy } from '../canvas/colourBy';
import { type EditorState, useEditor } from '../editor/editorStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { t } from '../language/t';
import { useRun } from '../training/runStore';
import { emptyDocument } from './emptyDocument';
import { askAboutChanges } from './losingChanges';
import { portraitOf } from './portrait';
import { useProjectProblem } from './projectProblem';

/** Opens a network that is made for this. */
export async function openDocument(create: () => NetworkDocument): Promise<void> {
  if (await mayLeave()) replaceDocument(create(), null);
}

export function openEmptyProject(): Promise<void> {
  return openDocument(emptyDocument);
}

/** Asks for a project file and opens it. */
export function openProject(): Promise<void> {
  return openAnswered(() => window.layerwise.call('openProject', undefined));
}

/** Opens the file that was chosen outside of the page, if there is one. */
export function openRequestedProject(): Promise<void> {
  return openAnswered(() => window.layerwise.call('openRequestedProject', undefined));
}

/** Opens a file of the list of recent projects. */
export function openRecentProject(path: string): Promise<void> {
  return openAnswered(() => window.layerwise.call('openRecentProject', { path }));
}

/** Saves to the project's file, or asks for one where it has none yet. */
export async function saveProject(): Promise<void> {
  const { path } = useEditor.getState();
  if (path === null) return saveProjectAs();
  await save((text) => window.layerwise.call('saveProject', { path, text }));
}

/** Asks where to save, and saves there. */
export async function saveProjectAs(): Promise<void> {
  const suggestedName = useEditor.getState().history.document.name;
  await save((text) => window.layerwise.call('saveProjectAs', { suggestedName, text }));
}

async function save(write: (text: string) => Promise<AnswerOf<'saveProject'>>): Promise<void> {
  // What is edited from here on is a change of its own.
  useEditor.getState().endMerge();
  const then = useEditor.getState();
  const answer = await write(serialiseProject(then.history.document));
  if (answer.status === 'done') {
    useEditor.getState().markSaved(answer.value, then);
    portray(answer.value, then);
  }
  if (answer.status === 'failed')
    useProjectProblem.getState().show({ title: t`The project could not be saved`, ...answer.problem });
}

async function openAnswered(read: () => Promise<AnswerOf<'openProject'>>): Promise<void> {
  if (!(await mayLeave())) return;
  const title = t`The project could not be opened`;
  const answer = await read();
  if (answer.status === 'failed') return useProjectProblem.getState().show({ title, ...answer.problem });
  if (answer.status === 'cancelled') return;
  const { path, text } = answer.value;
  const result = parseProject(text);
  if ('problem' in result) return useProjectProblem.getState().show({ title, ...result.problem });
  replaceDocument(result.document, path);
  portray(path, useEditor.getState());
}

/** The list of recent projects shows the network as it was opened or saved. */
function portray(path: string, { history, analysis }: Pick<EditorState, 'history' | 'analysis'>): void {
  const portrait = portraitOf(history.document, analysis);
  void window.layerwise.call('portrayProject', { path, portrait });
}

function replaceDocument(document: NetworkDocument, path: string | null): void {
  useRun.getState().clear();
  useColourBy.getState().choose('category');
  useEditor.getState().open(document, path);
}

/** Whether nothing is lost if another project takes the place of this one, or the person agrees to the loss. */
async function mayLeave(): Promise<boolean> {
  if (!hasUnsavedChanges(useEditor.getState())) return true;
  const choice = await askAboutChanges();
  if (choice !== 'save') return choice === 'discard';
  await saveProject();
  return !hasUnsavedChanges(useEditor.getState());
}
