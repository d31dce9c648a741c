import { checkProject } from '../../network/graph/projectFile';
import type { EngineEventOf, RunEvent } from '../../protocol/engineMessages';
import { analysisOf } from '../training/analysisOf';
import { type Twin, useLastTwin, useTwinRun } from './twinStore';

type AttachedTwin = NonNullable<EngineEventOf<'attached'>['twin']>;

/** Makes ready for the events of a twin, or takes in those that there were. */
export function expectTwin(twin: Twin, events: readonly RunEvent[] = []): void {
  const { document, runId } = twin;
  useTwinRun.getState().clear();
  useTwinRun.getState().join(runId, { document, analysis: analysisOf(document) }, events);
  useLastTwin.setState({ twin });
}

/** Shows the twin that the engine has, in which this window had no part. Returns its id; null where it can't be shown. */
export function joinTwin({ runId, project }: AttachedTwin, events: readonly RunEvent[]): string | null {
  const result = checkProject(project);
  if ('problem' in result) {
    console.error('The engine has a twin run that this window can’t show.', result.problem);
    return null;
  }
  const { document } = result;
  const known = useLastTwin.getState().twin;
  expectTwin({ runId, document, title: known?.runId === runId ? known.title : '' }, events);
  return runId;
}
