/** The part of the engine's protocol that is about runs on disk: what is there, and going on with one. */
import { z } from 'zod';
import { projectSchema } from '../network/graph/projectSchema';
import { experimentIdSchema } from '../network/laboratory/experiment';

/** Name of a run's folder among those of the engine; never a path. */
export const runFolderNameSchema = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'is no name of a run');

/** So many runs are listed at most, the latest first. */
export const listedRunsLimit = 500;

/** So many runs are read at once at most, to be drawn over one another. */
export const comparedRunsLimit = 24;

/** What a person has written of a run. */
export const runNotesSchema = z.strictObject({
  /** In place of the network's name; "" where the person gave none. */
  title: z.string().max(120),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  /** Free text. */
  remark: z.string().max(4000),
});
export type RunNotes = z.infer<typeof runNotesSchema>;

/** A run on disk, in the few words of a list. */
export const runSummarySchema = z.strictObject({
  folder: runFolderNameSchema,
  /** Of the network. */
  name: z.string(),
  notes: runNotesSchema,
  /** Why notes that are there could not be read, as a sentence; null where they were, or there are none. */
  notesFault: z.string().nullable(),
  /** The laboratory's experiment of which it is a trial; null where it is none. */
  experiment: experimentIdSchema.nullable(),
  /** ISO 8601. */
  startedAt: z.string(),
  /** `interrupted`: whatever trained it was gone before it ended. `training`: another process has it. */
  state: z.enum(['finished', 'stopped', 'diverged', 'interrupted', 'training']),
  /** Steps that are written down. */
  step: z.int().min(0),
  /** Of the last sampled step; null where it is not finite, or nothing was measured. */
  loss: z.number().nullable(),
  /** 0 to 1: of the last validation, or of the last sampled step where there was none. */
  accuracy: z.number().nullable(),
  /** Bytes on disk. */
  bytes: z.number().min(0),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export const runFolderNamesSchema = z.array(runFolderNameSchema).min(1).max(listedRunsLimit);

const runId = z.string().min(1).max(64);

export const runCommandSchemas = [
  /** Asks for the runs on disk; all windows hear the answer. */
  z.strictObject({ type: z.literal('listRuns') }),
  /** Keeps what a person has written of a run, in place of what was there; `runs` answers. */
  z.strictObject({ type: z.literal('annotateRun'), folder: runFolderNameSchema, notes: runNotesSchema }),
  /** Moves runs into the trash folder beside them; `runsTrashed` and `runs` answer. One under way is refused. */
  z.strictObject({ type: z.literal('trashRuns'), folders: runFolderNamesSchema }),
  /** Moves runs back out of that folder. */
  z.strictObject({ type: z.literal('restoreRuns'), folders: runFolderNamesSchema }),
  /** Asks for the curves and networks of runs; a `runCurves` answers for each. */
  z.strictObject({
    type: z.literal('readRuns'),
    folders: z.array(runFolderNameSchema).min(1).max(comparedRunsLimit),
  }),
  /**
   * Shows a run as it was written down; one that another process trains, as it grows, until `stop`. A run under way is
   * stopped first.
   */
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
  /** The curves of a run on disk, and the network and settings that it was trained with. */
  z.strictObject({
    type: z.literal('runCurves'),
    folder: runFolderNameSchema,
    project: projectSchema,
    /** Ascending. Each stands for as many sampled steps as `stretch` says, and is the last of them. */
    steps: z.instanceof(Int32Array),
    /** Means over the sampled steps of a stretch; NaN where none is finite. */
    losses: z.instanceof(Float32Array),
    metrics: z.instanceof(Float32Array),
    stretch: z.int().min(1),
    epochs: z.array(
      z.strictObject({
        step: z.int(),
        validationLoss: z.number().nullable(),
        validationMetric: z.number().nullable(),
      }),
    ),
  }),
  z.strictObject({
    type: z.literal('runsTrashed'),
    folders: runFolderNamesSchema,
    /** Absolute path of the folder that they lie in now. */
    place: z.string(),
  }),
  /** Something that was asked of the runs on disk could not be done. */
  z.strictObject({ type: z.literal('runsFailed'), message: z.string(), advice: z.string() }),
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
  /** Ends the story of a run from disk that has no end: it can be resumed, unless it is trained elsewhere. */
  z.strictObject({
    type: z.literal('interrupted'),
    runId,
    step: z.int().min(0),
    /** Another process trains it on; it is only watched no longer. */
    elsewhere: z.boolean(),
  }),
] as const;
