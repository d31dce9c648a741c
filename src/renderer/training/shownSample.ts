import type { RunState } from './runState';

/** The place in the log of the step that the window shows: the last one, or the one scrubbed to; −1 for none. */
export function shownSample({ run, scrubbedStep }: Pick<RunState, 'run' | 'scrubbedStep'>): number {
  if (run === null) return -1;
  return scrubbedStep === null ? run.log.length - 1 : run.log.sampleAt(scrubbedStep);
}
