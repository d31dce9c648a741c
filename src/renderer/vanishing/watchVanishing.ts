import { afterFrame } from '../afterFrame';
import { useView } from '../canvas/viewStore';
import { useEditor } from '../editor/editorStore';
import { whenEngineReady } from '../engine/whenEngineReady';
import { openDocument } from '../project/projectActions';
import { trainNetwork } from '../training/trainingActions';
import { useOpenView } from '../views/openView';
import { type ExampleChoice, vanishingExample } from './vanishingExample';

/** Opens the example and trains it, once unsaved changes are taken care of and the engine is there. */
export async function watchVanishing(choice?: ExampleChoice): Promise<void> {
  const before = useEditor.getState().projectNumber;
  await openDocument(() => vanishingExample(choice));
  const opened = useEditor.getState().projectNumber;
  if (opened === before) return;
  useOpenView.getState().close();
  afterFrame(() => useView.getState().fit());
  // Where the engine can't train, asking it all the same says so in words.
  await whenEngineReady();
  // Whoever has opened something else meanwhile does not want it any more.
  if (useEditor.getState().projectNumber === opened) trainNetwork();
}
