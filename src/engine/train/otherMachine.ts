import type { Device } from '../../protocol/engineMessages';
import type { RunRecord } from '../runs/runRecord';

/** What a person should know of a run that goes on. */
export interface Note {
  readonly message: string;
  readonly advice: string;
}

/** Why a run goes on close to, and not exactly as, one that was never interrupted; null where it is the same to the bit. */
export function otherMachine(before: RunRecord['device'], now: Device): Note | null {
  const advice =
    'The run goes on; only its last digits may differ from those of a run that was never interrupted.';
  if (
    before.backend !== now.backend ||
    before.device !== now.device ||
    before.libraryVersion !== now.libraryVersion
  )
    return {
      message: `The run was begun with ${before.description} and goes on with ${now.description}.`,
      advice,
    };
  if (before.threads !== now.threads)
    return {
      message: `The run was begun with ${inThreads(before.threads)} and goes on with ${inThreads(now.threads)}, which add numbers in another order.`,
      advice,
    };
  if (now.device === 'gpu' && process.env['TF_DETERMINISTIC_OPS'] !== '1')
    return {
      message: 'A GPU adds numbers in whatever order is quickest.',
      advice: `${advice} Set TF_DETERMINISTIC_OPS=1 before training to have the same digits each time, at some speed.`,
    };
  return null;
}

function inThreads(threads: number): string {
  return threads === 1 ? '1 thread' : `${threads} threads`;
}
