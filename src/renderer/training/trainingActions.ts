import { useEditor } from '../editor/editorStore';
import { useEngine } from '../engine/engineStore';
import { useRun } from './runStore';
import { refusesBesideAnother } from './trainingElsewhere';

/** Trains the network on the canvas from fresh weights. */
export function trainNetwork(): void {
  if (refusesBesideAnother()) return;
  const { history, analysis } = useEditor.getState();
  useEngine.getState().forgetLoss();
  useRun.getState().train({ document: history.document, analysis });
}

/** Trains the last run's weights for as many epochs as the settings say. */
export function continueTraining(): void {
  if (refusesBesideAnother()) return;
  useEngine.getState().forgetLoss();
  useRun.getState().continueTraining(useEditor.getState().history.document.training.epochs);
}

/** Goes on with a run that was written down, from its last checkpoint. */
export function resumeKeptRun(folder: string): void {
  if (refusesBesideAnother()) return;
  useEngine.getState().forgetLoss();
  useRun.getState().resumeRun(folder);
}

/** Shows a run that was written down. */
export function openKeptRun(folder: string): void {
  if (refusesBesideAnother()) return;
  useEngine.getState().forgetLoss();
  useRun.getState().openRun(folder);
}
