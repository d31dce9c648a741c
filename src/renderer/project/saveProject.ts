import { serialiseProject } from '../../network/graph/projectFile';
import type { AnswerOf } from '../../protocol/windowChannels';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { noteSaved } from './noteSaved';
import { useProjectProblem } from './projectProblem';

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
  if (answer.status === 'done') noteSaved(answer.value, then);
  if (answer.status === 'failed')
    useProjectProblem.getState().show({ title: t`The project could not be saved`, ...answer.problem });
}
