import type { RunCurves } from './chosenRunsStore';

/** A run that is looked at, alone or with others. */
export interface LookedAt {
  readonly name: string;
  readonly curves: RunCurves;
}
