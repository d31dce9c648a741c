/** The part of the engine's protocol that is about the laboratory: experiments of many runs, one after the other. */
import { z } from 'zod';
import { experimentIdSchema, experimentLimits, experimentSchema } from '../network/laboratory/experiment';
import { trialResultSchema } from '../network/laboratory/trialResult';

export const laboratoryCommandSchemas = [
  /** Asks for the experiments on disk; all windows hear the answer. */
  z.strictObject({ type: z.literal('listExperiments') }),
  /** Asks for one of them with its results. */
  z.strictObject({ type: z.literal('openExperiment'), experiment: experimentIdSchema }),
  /** Runs the trials that have no result yet. A run under way is stopped first. */
  z.strictObject({ type: z.literal('runExperiment'), experiment: experimentSchema }),
  /** Ends the trial under way after its step; it goes on from its last checkpoint when the experiment is run again. */
  z.strictObject({ type: z.literal('stopExperiment') }),
] as const;

const total = z.int().min(0).max(experimentLimits.trials);

/** An experiment on disk, in the few words of a list. */
export const experimentSummarySchema = z.strictObject({
  id: experimentIdSchema,
  name: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  done: total,
  total,
});
export type ExperimentSummary = z.infer<typeof experimentSummarySchema>;

export const laboratoryEventSchemas = [
  z.strictObject({
    type: z.literal('experiments'),
    experiments: z.array(experimentSummarySchema),
    /** The one that runs now. */
    running: experimentIdSchema.nullable(),
  }),
  /** Where an experiment stands. Comes when it is asked for, begins or ends, and when one of its trials is done. */
  z.strictObject({
    type: z.literal('experiment'),
    experiment: experimentSchema,
    results: z.array(trialResultSchema).max(experimentLimits.trials),
    /** Trials of these results whose run was moved to the trash or removed: its numbers are all that is left. */
    withoutRun: z.array(trialResultSchema.shape.trial).max(experimentLimits.trials),
    /** Something of it runs now. */
    running: z.boolean(),
  }),
  /** How the trial under way goes on, a few times a second at most. */
  z.strictObject({
    type: z.literal('laboratoryProgress'),
    experiment: experimentIdSchema,
    trial: z.string(),
    /** Trials that are done, of so many. */
    done: total,
    total,
    /** Steps of the trial that are done; of 0 before its first. */
    step: z.int().min(0),
    steps: z.int().min(0),
    /** To the end of the experiment; null until it can be told. */
    secondsLeft: z.number().min(0).nullable(),
  }),
  /** Something that was asked of the laboratory could not be done, or an experiment could not go on. */
  z.strictObject({
    type: z.literal('laboratoryFailed'),
    experiment: experimentIdSchema.nullable(),
    message: z.string(),
    advice: z.string(),
  }),
] as const;
