import type { EngineCommand, EngineEvent } from './engineMessages';

/** A command about the runs on disk, and what is told of them: none is about the run that is trained or shown. */
export type RunsCommand = Extract<
  EngineCommand,
  { readonly type: 'listRuns' | 'annotateRun' | 'trashRuns' | 'restoreRuns' | 'readRuns' }
>;
export type RunsEvent = Extract<
  EngineEvent,
  { readonly type: 'runs' | 'runCurves' | 'runsTrashed' | 'runsFailed' }
>;
