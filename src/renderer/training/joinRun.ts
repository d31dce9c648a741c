import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import { checkProject } from '../../network/graph/projectFile';
import type { EngineEventOf, RunEvent } from '../../protocol/engineMessages';
import { isUntouched, useEditor } from '../editor/editorStore';
import type { TabId } from '../tabs/tabRow';
import { useTabs } from '../tabs/tabsStore';
import { joinTwin } from '../twin/joinTwin';
import { useRun } from './runStore';
import { trainedAs } from './trainReadiness';

export type AttachedRun = NonNullable<EngineEventOf<'attached'>['run']>;

/**
 * Shows the run that the engine has, which `events` tell from the start, in the tab that it belongs to; and its network
 * where that tab holds nothing of the person's own.
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
  const tab = tabOfRun(attached.runId, document);
  const editor = useEditor.of(tab).getState();
  if (isUntouched(editor)) editor.open(document, null);
  const twinId = twin === null ? null : joinTwin(tab, twin, events);
  const own = events.filter(({ runId }) => runId !== twin?.runId);
  const order = { document, analysis: analyse(document) };
  useRun.of(tab).getState().join(attached.runId, order, own, twinId);
}

/** The tab that has asked for the run; else one with its very network, and the front one before others. */
function tabOfRun(runId: string, document: NetworkDocument): TabId {
  const { tabs, front } = useTabs.getState();
  const asking = tabs.find((tab) => useRun.of(tab).getState().isAbout(runId));
  if (asking !== undefined) return asking;
  const holds = (tab: TabId) => trainedAs({ document }, useEditor.of(tab).getState().history.document);
  return [front, ...tabs].find(holds) ?? front;
}
