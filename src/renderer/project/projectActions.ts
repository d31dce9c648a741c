/** Opening and saving projects. Files are read and written by main; whatever fails leaves the canvas as it is. */
import type { NetworkDocument } from '../../network/graph/document';
import { parseProject, serialiseProject } from '../../network/graph/projectFile';
import type { Template } from '../../network/templates/template';
import type { AnswerOf } from '../../protocol/windowChannels';
import { useColourBy } from '../canvas/colourBy';
import { hasUnsavedChanges, useEditor } from '../editor/editorStore';
import { useRun } from '../training/runStore';
import { emptyDocument } from './emptyDocument';
import { confirmLosingChanges } from './losingChanges';
import { useProjectProblem } from './projectProblem';

export async function openTemplate(template: Template): Promise<void> {
  if (await mayLeave()) replaceDocument(template.create(), null);
}

export async function openEmptyProject(): Promise<void> {
  if (await mayLeave()) replaceDocument(emptyDocument(), null);
}

/** Asks for a project file and opens it. */
export async function openProject(): Promise<void> {
  if (!(await mayLeave())) return;
  const title = 'The project could not be opened';
  const answer = await window.layerwise.call('openProject', undefined);
  if (answer.status === 'failed') return useProjectProblem.getState().show({ title, ...answer.problem });
  if (answer.status === 'cancelled') return;
  const { path, text } = answer.value;
  const result = parseProject(text);
  if ('problem' in result) return useProjectProblem.getState().show({ title, ...result.problem });
  replaceDocument(result.document, path);
}

/** Saves to the project's file, or asks for one where it has none yet. */
export async function saveProject(): Promise<void> {
  const { history, path } = useEditor.getState();
  if (path === null) return saveProjectAs();
  const text = serialiseProject(history.document);
  finishSaving(await window.layerwise.call('saveProject', { path, text }));
}

/** Asks where to save, and saves there. */
export async function saveProjectAs(): Promise<void> {
  const { document } = useEditor.getState().history;
  const request = { suggestedName: document.name, text: serialiseProject(document) };
  finishSaving(await window.layerwise.call('saveProjectAs', request));
}

function finishSaving(answer: AnswerOf<'saveProject'>): void {
  if (answer.status === 'done') useEditor.getState().markSaved(answer.value);
  if (answer.status === 'failed')
    useProjectProblem.getState().show({ title: 'The project could not be saved', ...answer.problem });
}

function replaceDocument(document: NetworkDocument, path: string | null): void {
  useRun.getState().clear();
  useColourBy.getState().choose('category');
  useEditor.getState().open(document, path);
}

async function mayLeave(): Promise<boolean> {
  return !hasUnsavedChanges(useEditor.getState()) || confirmLosingChanges();
}
