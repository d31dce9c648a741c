import { checkProject } from '../../network/graph/projectFile';
import type { EngineEventOf, RunEvent } from '../../protocol/engineMessages';
import type { TabId } from '../tabs/tabRow';
import { analysisOf } from '../training/analysisOf';
import { type Twin, useLastTwin, useTwinRun } from './twinStore';

type AttachedTwin = NonNullable<EngineEventOf<'attached'>['twin']>;

/** Makes a tab ready for the events of a twin, or takes in those that there were. */
export function expectTwin(tab: TabId, twin: Twin, events: readonly RunEvent[] = []): void {
  const { document, runId } = twin;
  const { clear, join } = useTwinRun.of(tab).getState();
  clear();
  join(runId, { document, analysis: analysisOf(document) }, events);
  useLastTwin.of(tab).setState({ twin });
}

/** Shows the twin that the engine has, in which this window had no part. Returns its id; null where it can't be shown. */
export function joinTwin(
  tab: TabId,
  { runId, project }: AttachedTwin,
  events: readonly RunEvent[],
): string | null {
  const result = checkProject(project);
  if ('problem' in result) {
    console.error('The engine has a twin run that this window can’t show.', result.problem);
    return null;
  }
  const { document } = result;
  const known = useLastTwin.of(tab).getState().twin;
  expectTwin(tab, { runId, document, title: known?.runId === runId ? known.title : '' }, events);
  return runId;
}
