/** The part of the engine's protocol that is about runs on disk: what is there, and going on with one. */
import { z } from 'zod';
import { projectSchema } from '../network/graph/projectSchema';

/** Name of a run's folder among those of the engine; never a path. */
export const runFolderNameSchema = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'is no name of a run');

/** So many runs are listed at most, the latest first. */
export const listedRunsLimit = 500;

/** A run on disk, in the few words of a list. */
export const runSummarySchema = z.strictObject({
  folder: runFolderNameSchema,
  /** Of the network. */
  name: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  /** `interrupted`: whatever trained it was gone before it ended. `training`: another process has it. */
  state: z.enum(['finished', 'stopped', 'diverged', 'interrupted', 'training']),
  /** Steps that are written down. */
  step: z.int().min(0),
  /** Bytes on disk. */
  bytes: z.number().min(0),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

const runId = z.string().min(1).max(64);

export const runCommandSchemas = [
  /** Asks for the runs on disk; all windows hear the answer. */
  z.strictObject({ type: z.literal('listRuns') }),
  /** Shows a run as it was written down. A run under way is stopped first. */
  z.strictObject({ type: z.literal('openRun'), runId, folder: runFolderNameSchema }),
  /** Shows it, and goes on from its last checkpoint to the end that it was to have. */
  z.strictObject({ type: z.literal('resumeRun'), runId, folder: runFolderNameSchema }),
] as const;

export const runEventSchemas = [
  z.strictObject({
    type: z.literal('runs'),
    /** Absolute path of the folder that they are in; null where this engine writes none. */
    folder: z.string().nullable(),
    runs: z.array(runSummarySchema).max(listedRunsLimit),
    /** Of all runs there, listed or not. */
    bytes: z.number().min(0),
  }),
  /** A run that was read from disk; what it measured follows, thinned where it is much. */
  z.strictObject({ type: z.literal('opened'), runId, project: projectSchema }),
  /** The run is written down up to this step: from here it can be resumed. */
  z.strictObject({
    type: z.literal('recorded'),
    runId,
    folder: runFolderNameSchema,
    /** Absolute path. */
    path: z.string(),
    step: z.int().min(0),
    /** Bytes on disk. */
    bytes: z.number().min(0),
  }),
  /** Something about the run that a person should know, and that doesn't end it. */
  z.strictObject({ type: z.literal('noted'), runId, message: z.string(), advice: z.string() }),
  /** Ends the story of a run from disk that has no end: it can be resumed. */
  z.strictObject({ type: z.literal('interrupted'), runId, step: z.int().min(0) }),
] as const;
