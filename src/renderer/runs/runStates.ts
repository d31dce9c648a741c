import type { RunSummary } from '../../protocol/runMessages';

/** What a list says of how a run ended. */
export const runStateWords: Readonly<Record<RunSummary['state'], string>> = {
  finished: 'Finished',
  stopped: 'Stopped',
  diverged: 'Diverged',
  interrupted: 'Cut off',
  training: 'In use',
};
