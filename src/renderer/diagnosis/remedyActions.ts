/** What a click on a remedy does: stops the run, changes the network or a copy of it, and trains. */

import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import { applyEdit, type Edit } from '../../network/graph/edits';
import { diagnose } from '../../network/health/diagnose';
import { remediedName } from '../../network/twin/remediedName';
import { useView } from '../canvas/viewStore';
import { tidied } from '../conversion/conversionActions';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { engineMissing } from '../engine/engineMissing';
import { whenEngineReady } from '../engine/whenEngineReady';
import { t } from '../language/t';
import { frontTab } from '../tabs/tabsStore';
import { useRun } from '../training/runStore';
import { trainNetwork } from '../training/trainingActions';
import { trainTwin } from '../twin/twinActions';
import { useTwinRun } from '../twin/twinStore';
import { leaveComparison } from './leaveComparison';
import { observe } from './observation';
import { type ChosenRemedy, useRemedy } from './remedyStore';
import { runBeside } from './runBeside';

/** Stops the run, if one is under way, and makes the remedy's edit: one step to undo. */
export async function applyRemedy({ verdict, remedy }: ChosenRemedy): Promise<void> {
  const edit = await editOnceStopped({ verdict, remedy });
  if (edit === null) return;
  const before = useEditor.getState().history.document;
  useEditor.getState().apply(edit);
  if (useEditor.getState().history.document === before) return;
  useRemedy.getState().enter({ stage: 'applied', edit, before, verdict, remedy });
  leaveComparison();
  if (movesLayers(edit)) useView.getState().fit();
}

/** Stops the run, and trains the network as it is beside a copy that has the remedy. The canvas keeps its network. */
export async function compareRemedy({ verdict, remedy }: ChosenRemedy): Promise<void> {
  const edit = await editOnceStopped({ verdict, remedy });
  if (edit === null) return;
  const before = useEditor.getState().history.document;
  // Where a step took too long to be stopped, the engine is starting anew.
  const ready = await whenEngineReady();
  if (useEditor.getState().history.document !== before) return;
  if (!ready) return useNotice.getState().show(engineMissing);
  const { document } = applyEdit(before, edit);
  if (trainTwin({ ...document, name: remediedName(document.name, remedy.id) }, remedy.title))
    useRemedy.getState().enter({ stage: 'trained', by: 'twin', earlier: undefined, verdict, remedy });
}

/** Trains the network with the remedy that was applied. */
export function trainApplied(): void {
  if (useRemedy.getState().progress.stage === 'applied') trainNetwork();
}

/** Trains the network with the remedy that was applied, beside the one without it. */
export function compareApplied(): void {
  const { progress } = useRemedy.getState();
  if (progress.stage !== 'applied') return;
  const { remedy, before } = progress;
  trainTwin({ ...before, name: t`${before.name}, before` }, t`Without: ${remedy.title}`);
}

/** Takes back the remedy that was applied, where nothing was edited since. */
export function takeBack(): void {
  const { progress } = useRemedy.getState();
  const { history, undo } = useEditor.getState();
  if (progress.stage === 'applied' && history.past.at(-1)?.redo === progress.edit) undo();
}

/** The remedy's edit of the network as it stands, once no run holds it; null where it no longer fits. */
async function editOnceStopped(chosen: ChosenRemedy): Promise<Edit | null> {
  const { enter } = useRemedy.getState();
  const project = useEditor.getState().projectNumber;
  if (useEditor.getState().structureLocked) {
    enter({ stage: 'stopping', ...chosen });
    useRun.getState().stop();
    await unlocked();
  }
  enter({ stage: 'none' });
  const { projectNumber, history } = useEditor.getState();
  if (projectNumber !== project) return null;
  const edit = editFor(chosen, history.document);
  if (edit === null) useNotice.getState().show(noLongerFits(chosen));
  return edit;
}

/** The run's verdicts on the network as it stands now, which may have been renamed or moved since it was trained. */
function editFor({ verdict, remedy }: ChosenRemedy, document: NetworkDocument): Edit | null {
  const { run, phase, latest } = useRun.getState();
  const observation =
    run === null ? null : observe({ run, phase, latest }, runBeside(useTwinRun, frontTab()));
  if (observation === null) return null;
  const found = diagnose({ ...observation, document, analysis: analyse(document) })
    .filter(({ kind }) => kind === verdict.kind)
    .flatMap(({ remedies }) => remedies)
    .find(({ id }) => id === remedy.id);
  if (found === undefined || found.edit.changes.length === 0) return null;
  return movesLayers(found.edit) ? tidied(document, found.edit) : found.edit;
}

/** Whether an edit makes or takes away layers, for which there must be room. */
function movesLayers({ changes }: Edit): boolean {
  return changes.some(({ type }) => type === 'addNode' || type === 'removeNode');
}

function noLongerFits({ remedy }: ChosenRemedy) {
  return {
    message: t`“${remedy.title}” no longer fits the network on the canvas.`,
    advice: t`The run has gone on, or the network was changed since. Train it again to have it judged anew.`,
  };
}

/** Waits until no run holds the network that is in front now. */
function unlocked(): Promise<void> {
  const { getState, subscribe } = useEditor.of(frontTab());
  return new Promise((resolve) => {
    if (!getState().structureLocked) return resolve();
    const stop = subscribe(({ structureLocked }) => {
      if (structureLocked) return;
      stop();
      resolve();
    });
  });
}
