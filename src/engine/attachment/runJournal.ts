import { assertNever } from '../../network/assertNever';
import type { EngineCommand, EngineEvent } from '../../protocol/engineMessages';
import { JournalledRun } from './journalledRun';

/** Remembers the last run, so that a window that joins later sees what happened before. */
export class RunJournal {
  /** The last run that has started, or the last that failed to where none has. */
  #run: JournalledRun | null = null;
  /** A run that was asked for since, and has not started. */
  #ordered: JournalledRun | null = null;
  /** Id of a stretch that is to continue the last run, and has not started. */
  #continuing: string | null = null;
  /** What was asked for beside the run that was asked for last. */
  #twin: JournalledRun | null = null;

  /** Takes in a command before the engine carries it out. */
  order(command: EngineCommand): void {
    switch (command.type) {
      case 'train':
        this.#ordered = new JournalledRun(command);
        this.#twin = null;
        break;
      case 'trainTwin':
        this.#ordered = new JournalledRun(command);
        this.#twin = new JournalledRun({ runId: command.twinId, project: command.twin });
        break;
      case 'continue':
        this.#continuing = command.runId;
        break;
      case 'forget':
        this.#forget(command.runId);
        break;
      case 'pause':
      case 'resume':
      case 'stop':
      case 'openRun':
      case 'resumeRun':
      case 'listRuns':
      case 'annotateRun':
      case 'trashRuns':
      case 'restoreRuns':
      case 'readRuns':
      case 'listDatasets':
      case 'recogniseDataset':
      case 'previewDataset':
      case 'downloadDataset':
      case 'stopDownload':
      case 'probe':
      case 'inspectNode':
      case 'openTrained':
      case 'evaluate':
      case 'stopEvaluation':
      case 'predict':
      case 'listExperiments':
      case 'openExperiment':
      case 'runExperiment':
      case 'stopExperiment':
      case 'exportNetwork':
      case 'takeExportedPart':
        break;
      default:
        assertNever(command);
    }
  }

  record(event: EngineEvent): void {
    if (!('runId' in event)) return;
    if (event.type === 'opened') {
      this.#run = new JournalledRun(event);
      this.#ordered = null;
      this.#twin = null;
    } else if (event.runId === this.#twin?.runId) this.#twin.record(event);
    else if (event.runId === this.#ordered?.runId) this.#recordOrdered(this.#ordered, event);
    else if (event.runId === this.#run?.runId) this.#run.record(event);
    else if (event.runId === this.#continuing && event.type === 'started') this.#run?.record(event);
  }

  /** What a new connection is told, from `attached` on. */
  replay(): readonly EngineEvent[] {
    const run = this.#ordered ?? this.#run;
    if (run === null) return [{ type: 'attached', run: null }];
    const twin = this.#twin;
    return [
      { type: 'attached', run: entryOf(run), ...(twin !== null && { twin: entryOf(twin) }) },
      ...run.replay(),
      ...(twin?.replay() ?? []),
    ];
  }

  /** Of a pair the twin is forgotten with the other one. */
  #forget(runId: string): void {
    const latest = this.#ordered ?? this.#run;
    if (latest?.runId === runId || this.#twin?.runId === runId) this.#twin = null;
    if (this.#ordered?.runId === runId) this.#ordered = null;
    if (this.#run?.runId === runId) this.#run = null;
  }

  /** A run that ends before it has started gives way to the one before it, whose measurements are worth more. */
  #recordOrdered(ordered: JournalledRun, event: Extract<EngineEvent, { runId: string }>): void {
    ordered.record(event);
    const over = event.type === 'ended' || event.type === 'failed';
    if (!ordered.hasStarted && !over) return;
    if (ordered.hasStarted || this.#run === null) this.#run = ordered;
    else this.#twin = null;
    this.#ordered = null;
  }
}

function entryOf({ runId, project }: JournalledRun): Pick<JournalledRun, 'runId' | 'project'> {
  return { runId, project };
}
