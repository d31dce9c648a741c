import { analyse } from '../../network/analysis/analyse';
import { checkProject } from '../../network/graph/projectFile';
import type { EngineEventOf, RunEvent } from '../../protocol/engineMessages';
import { isUntouched, useEditor } from '../editor/editorStore';
import { joinTwin } from '../twin/joinTwin';
import { useRun } from './runStore';

export type AttachedRun = NonNullable<EngineEventOf<'attached'>['run']>;

/**
 * Shows the run that the engine has, which `events` tell from the start, and its network where the canvas holds
 * nothing of the person's own.
 */
export function joinRun(
  attached: AttachedRun,
  events: readonly RunEvent[],
  twin: AttachedRun | null = null,
): void {
  const result = checkProject(attached.project);
  if ('problem' in result) {
    console.error('The engine has a run of a network that this window can’t show.', result.problem);
    return;
  }
  const { document } = result;
  if (isUntouched(useEditor.getState())) useEditor.getState().open(document, null);
  const twinId = twin === null ? null : joinTwin(twin, events);
  const own = events.filter(({ runId }) => runId !== twin?.runId);
  useRun.getState().join(attached.runId, { document, analysis: analyse(document) }, own, twinId);
}
