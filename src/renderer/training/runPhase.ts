import { assertNever } from '../../network/assertNever';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { say } from '../language/say';
import { t } from '../language/t';

/** Where the run stands. Each state before the last five holds the network as it was compiled. */
export type RunPhase =
  /** Nothing has been trained yet. */
  | { readonly status: 'idle' }
  /** Asked for, and waiting for the first step. `progress` is 0…1, or null where it can't be told. */
  | { readonly status: 'preparing'; readonly activity: string; readonly progress: number | null }
  | { readonly status: 'running' }
  /** Asked to pause; the step under way is being finished. */
  | { readonly status: 'pausing' }
  | { readonly status: 'paused' }
  | { readonly status: 'resuming' }
  /** Asked to stop; the step under way is being finished. */
  | { readonly status: 'stopping' }
  | {
      readonly status: 'ended';
      readonly reason: EngineEventOf<'ended'>['reason'];
      /** Where a value stopped being finite; null unless diverged. */
      readonly message: string | null;
      readonly node: string | null;
    }
  | {
      readonly status: 'failed';
      readonly message: string;
      readonly advice: string;
      readonly details: string;
      /** Whether choosing other images mends it. */
      readonly wantsData: boolean;
    }
  /** A run from disk that was cut off after this step, or that is trained `elsewhere` and watched no longer. */
  | { readonly status: 'interrupted'; readonly step: number; readonly elsewhere: boolean }
  /** The engine went away in the middle of the run. */
  | { readonly status: 'lost'; readonly message: string; readonly details: string };

export type RunStatus = RunPhase['status'];

/** Whether the engine works on a run, so that the network must stay as it was compiled. */
export function isUnderWay(status: RunStatus): boolean {
  switch (status) {
    case 'preparing':
    case 'running':
    case 'pausing':
    case 'paused':
    case 'resuming':
    case 'stopping':
      return true;
    case 'idle':
    case 'ended':
    case 'interrupted':
    case 'failed':
    case 'lost':
      return false;
    default:
      return assertNever(status);
  }
}

/** The state in a word or two, as the status bar says it. */
export function describePhase(phase: RunPhase): string {
  switch (phase.status) {
    case 'idle':
      return t`Ready`;
    case 'preparing':
      return t`Preparing: ${say(phase.activity)}`;
    case 'running':
      return t`Training`;
    case 'pausing':
      return t`Pausing…`;
    case 'paused':
      return t`Paused`;
    case 'resuming':
      return t`Resuming…`;
    case 'stopping':
      return t`Stopping…`;
    case 'ended':
      return { finished: t`Finished`, stopped: t`Stopped`, diverged: t`Diverged` }[phase.reason];
    case 'interrupted':
      return phase.elsewhere ? t`Not watched` : t`Interrupted`;
    case 'failed':
      return t`Failed`;
    case 'lost':
      return t`Run cut off`;
    default:
      return assertNever(phase);
  }
}
