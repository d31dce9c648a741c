/** The part of the engine's protocol that looks at a network's gradient before anything is trained. */
import { z } from 'zod';
import { projectSchema } from '../network/graph/projectSchema';
import { telemetryNodeSchema, telemetryWeightSchema } from './telemetryItems';

/** Ties an answer to its request: all windows of an engine hear it, and pass over those of others. */
const requestId = z.string().min(1).max(64);

/** What one probe may ask for: it shares the engine with whatever trains. */
export const probeLimits = { seeds: 100, batches: 100 } as const;

const floats = z.instanceof(Float32Array);

export const probeCommandSchemas = [
  /**
   * One forward and backward pass over `batches` batches for each of `seeds` seeds, of which the first is the
   * project's own. Nothing is trained, and a run under way goes on.
   */
  z.strictObject({
    type: z.literal('probe'),
    requestId,
    project: projectSchema,
    seeds: z.int().min(1).max(probeLimits.seeds),
    batches: z.int().min(1).max(probeLimits.batches),
  }),
] as const;

/** Where the images of a probe came from. */
export const probeDataSchema = z.strictObject({
  /** Name that people read. */
  label: z.string(),
  /** True where they are noise with random labels in place of data that could not be read. */
  standIn: z.boolean(),
  /** Why they are, as a sentence; null where they are not. */
  reason: z.string().nullable(),
  /** Of all training images: share of the largest and the smallest class, 0…1. */
  largestClassShare: z.number(),
  smallestClassShare: z.number(),
  /** Of the values that the network takes, over all batches. */
  inputMean: z.number(),
  inputDeviation: z.number(),
});
export type ProbeData = z.infer<typeof probeDataSchema>;

export const probeEventSchemas = [
  /**
   * Norms are geometric means over seeds and batches, statistics of activations arithmetic ones, in the order of `nodes`
   * and `weights`; NaN where there is none.
   */
  z.strictObject({
    type: z.literal('probed'),
    requestId,
    nodes: z.array(telemetryNodeSchema),
    weights: z.array(telemetryWeightSchema),
    /** Of each pass, all batches of one seed before those of the next; NaN or infinite where it was. */
    losses: floats,
    activationGradientNorms: floats,
    activationGradientRms: floats,
    activationMeans: floats,
    activationDeviations: floats,
    zeroShares: floats,
    weightGradientNorms: floats,
    weightNorms: floats,
    seeds: z.int(),
    batches: z.int(),
    imagesPerBatch: z.int(),
    data: probeDataSchema,
    /** The first place where a value was NaN or infinite, and what was there; null where all are finite. */
    nonFinite: z.strictObject({ node: z.string(), message: z.string() }).nullable(),
    /** What it took, in seconds. */
    seconds: z.number(),
  }),
  z.strictObject({ type: z.literal('probeFailed'), requestId, message: z.string(), advice: z.string() }),
] as const;
