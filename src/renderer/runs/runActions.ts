import type { RunNotes } from '../../protocol/runMessages';
import { engineConnection } from '../engine/engineConnection';
import { isEngineElsewhere } from '../engine/engineElsewhere';
import { openKeptRun } from '../training/trainingActions';
import { useOpenView } from '../views/openView';
import { useChosenRuns } from './chosenRunsStore';
import { useKeptRuns } from './keptRunsStore';

/** Keeps what a person has written of a run. */
export function annotateRun(folder: string, notes: RunNotes): void {
  engineConnection.send({ type: 'annotateRun', folder, notes });
}

/** Moves runs to the trash: the system's, or the engine's own where the page runs in a browser. */
export async function trashRuns(folders: readonly string[]): Promise<void> {
  const { fail, noteTrashed } = useChosenRuns.getState();
  if (isEngineElsewhere()) {
    engineConnection.send({ type: 'trashRuns', folders: [...folders] });
    return;
  }
  const answer = await window.layerwise.call('trashRuns', { folders: [...folders] });
  if (answer.status === 'failed') fail(answer.problem);
  if (answer.status === 'done') noteTrashed({ folders, place: answer.value.place });
  useKeptRuns.getState().refresh();
}

/** Brings back the runs that were thrown away last, where Layerwise itself keeps them. */
export function restoreTrashed(): void {
  const { trashed, noteTrashed } = useChosenRuns.getState();
  if (trashed === null || trashed.place === null) return;
  engineConnection.send({ type: 'restoreRuns', folders: [...trashed.folders] });
  noteTrashed(null);
}

/** Puts a run that lies elsewhere among the runs, and shows it, as it grows where another process trains it. */
export async function addRun(): Promise<void> {
  const answer = await window.layerwise.call('addRun', undefined);
  if (answer.status === 'failed') useChosenRuns.getState().fail(answer.problem);
  if (answer.status !== 'done') return;
  useKeptRuns.getState().refresh();
  useOpenView.getState().close();
  openKeptRun(answer.value);
}
