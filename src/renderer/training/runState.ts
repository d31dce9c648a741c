import type { NetworkDocument } from '../../network/graph/document';
import type { EngineEvent, EngineEventOf, RunEvent } from '../../protocol/engineMessages';
import type { LatestValues } from './latestValues';
import type { Run, RunOrder } from './run';
import type { RunPhase, RunStatus } from './runPhase';

type RecordedRun = Omit<EngineEventOf<'recorded'>, 'type' | 'runId'>;
type RunNote = Pick<EngineEventOf<'noted'>, 'message' | 'advice'>;

/** The run of a window, and what can be done with it. */
export interface RunState {
  readonly phase: RunPhase;
  readonly status: RunStatus;
  /** True while a run holds the network as compiled. */
  readonly structureLocked: boolean;
  /** The id under which another network is trained beside it, or was; null where none is. */
  readonly twinId: string | null;
  /** The last run with all that was measured; null before the first. */
  readonly run: Run | null;
  readonly latest: LatestValues | null;
  /** Rises with each repaint of live values, ten times a second at most; the run's log is read anew then. */
  readonly paint: number;
  /** The step that the window shows in place of the last one; null while live. */
  readonly scrubbedStep: number | null;
  /** True while the engine still holds the last run's weights. */
  readonly weightsKept: boolean;
  /** Where and how far the run is written down; null where it is not, or was not yet. */
  readonly recorded: RecordedRun | null;
  /** What the engine noted about the run last; null where nothing, or the run went on since. */
  readonly note: RunNote | null;
  train(order: RunOrder): void;
  /** Trains the network beside a twin, whose events come under `twinId` and are those of another store. */
  trainTwin(order: RunOrder, twinId: string, twin: NetworkDocument): void;
  /** Goes on with the last run's weights. */
  continueTraining(epochs: number): void;
  /** Shows a run from disk. */
  openRun(folder: string): void;
  /** Shows a run from disk and goes on with it from its last checkpoint. */
  resumeRun(folder: string): void;
  pause(): void;
  resume(): void;
  stop(): void;
  scrub(step: number | null): void;
  /** Whether it is about the run of this id, which was asked for last. */
  isAbout(runId: string): boolean;
  /** Takes in an event of the engine. Of another run than the last one counts only that it drops the weights of this. */
  receive(event: EngineEvent): void;
  /**
   * Joins the run that the engine has, in which this window had no part or of which it missed something: `events` tell
   * it from the start. A window that shows another run keeps that.
   */
  join(runId: string, order: RunOrder, events: readonly RunEvent[], twinId?: string | null): void;
  /** Shows what a probe measured in place of the last run; false where a run is under way. */
  showProbe(probe: Run): boolean;
  /** The engine works on another run from now on, and has dropped the weights of this one. */
  loseWeights(): void;
  /** The engine is gone with the run under way, if any; what was measured stays. */
  loseEngine(message: string, details: string): void;
  /** The engine is another one from now on: its run is taken in, where it has one, in place of this one. */
  release(): void;
  /** Ends the run under way and forgets what was measured: another network is on the canvas. */
  clear(): void;
}
