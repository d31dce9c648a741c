import { assertNever } from '../../network/assertNever';
import type { RunsEvent } from '../../protocol/keptRunMessages';
import { useChosenRuns } from './chosenRunsStore';
import { useKeptRuns } from './keptRunsStore';

/** Takes in what the engine tells of the runs on disk. */
export function receiveRunsEvent(event: RunsEvent): void {
  switch (event.type) {
    case 'runs':
      useKeptRuns.getState().receive(event);
      break;
    case 'runCurves':
      useChosenRuns.getState().receive(event);
      break;
    case 'runsTrashed':
      useChosenRuns.getState().noteTrashed({ folders: event.folders, place: event.place });
      break;
    case 'runsFailed':
      useChosenRuns.getState().fail({ message: event.message, advice: event.advice });
      break;
    default:
      assertNever(event);
  }
}
