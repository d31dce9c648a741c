import { useEditor } from '../editor/editorStore';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { useRemedy } from './remedyStore';

/** Follows what becomes of a remedy: trained, undone, or forgotten for another run or project. Returns the way to stop. */
export function followRemedy(): () => void {
  const stopRun = useRun.follow((tab, { status, run }, before) => {
    const { progress, enter } = useRemedy.of(tab).getState();
    if (!isUnderWay(status) || isUnderWay(before.status)) return;
    if (progress.stage === 'applied') {
      const { verdict, remedy } = progress;
      enter({ stage: 'trained', by: 'canvas', earlier: run?.log, verdict, remedy });
    } else if (progress.stage === 'trained') enter({ stage: 'none' });
  });
  const stopEditor = useEditor.follow((tab, { history, projectNumber }, before) => {
    const { progress, enter } = useRemedy.of(tab).getState();
    if (projectNumber !== before.projectNumber) return enter({ stage: 'none' });
    if (progress.stage === 'applied' && !history.past.some(({ redo }) => redo === progress.edit))
      enter({ stage: 'none' });
  });
  return () => {
    stopRun();
    stopEditor();
  };
}
