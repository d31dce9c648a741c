import { afterFrame } from '../afterFrame';
import { useView } from '../canvas/viewStore';
import { useEditor } from '../editor/editorStore';
import { whenEngineReady } from '../engine/whenEngineReady';
import { openDocument } from '../project/projectActions';
import type { TabId } from '../tabs/tabRow';
import { frontTab } from '../tabs/tabsStore';
import { useRun } from '../training/runStore';
import { trainNetwork } from '../training/trainingActions';
import { useTrainingTab } from '../training/trainingElsewhere';
import { useTwinRun } from '../twin/twinStore';
import { useOpenView } from '../views/openView';
import { type ExampleChoice, vanishingExample } from './vanishingExample';

/** The tab of the example that was opened last. */
let exampleTab: TabId | null = null;

/** Opens the example and trains it, once the engine is there; the example before it is trained no longer. */
export async function watchVanishing(choice?: ExampleChoice): Promise<void> {
  openDocument(vanishingExample(choice));
  const [tab, opened] = [frontTab(), useEditor.getState().projectNumber];
  useOpenView.getState().close();
  afterFrame(() => useView.getState().fit());
  await stopExample();
  exampleTab = tab;
  // Where the engine can't train, asking it all the same says so in words.
  await whenEngineReady();
  // Whoever has opened something else meanwhile does not want it any more.
  if (useEditor.getState().projectNumber === opened) trainNetwork();
}

/** A run of the person's own is not stopped for an example. */
function stopExample(): Promise<void> {
  if (exampleTab === null || exampleTab !== useTrainingTab.getState().tab) return Promise.resolve();
  for (const runs of [useRun, useTwinRun]) runs.of(exampleTab).getState().stop();
  return new Promise((resolve) => {
    const stop = useTrainingTab.subscribe(({ tab }) => {
      if (tab === exampleTab) return;
      stop();
      resolve();
    });
  });
}
