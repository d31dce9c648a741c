/** The part of the engine's protocol that looks inside one layer of the last run: its values, not only their norms. */
import { z } from 'zod';

/** Ties an answer to its request: all windows of an engine hear it, and pass over those of others. */
const requestId = z.string().min(1).max(64);

/** Bins of a histogram, and pictures of one kind at most. */
export const inspectionLimits = { bins: 64, pictures: 64, side: 64 } as const;

export const inspectionCommandSchemas = [
  z.strictObject({
    type: z.literal('inspectNode'),
    requestId,
    node: z.string().min(1).max(200),
    /** The validation image whose feature maps are shown, from 0; of the last where there are fewer. */
    image: z.int().min(0).max(1_000_000_000),
  }),
] as const;

/** How values lie: between `low` and `high` in bins of equal width, and how many are outside. */
export const histogramSchema = z.strictObject({
  of: z.enum(['activations', 'activationGradient', 'weight', 'weightGradient']),
  /** Name of the weight; null where it is of activations. */
  weight: z.string().nullable(),
  low: z.number(),
  high: z.number(),
  counts: z.instanceof(Int32Array),
  below: z.int(),
  above: z.int(),
  /** NaN or infinite. */
  notFinite: z.int(),
});
export type Histogram = z.infer<typeof histogramSchema>;

/** Pictures of one size, one after the other, row by row: a value for each pixel, or three (red, green, blue). */
export const picturesSchema = z.strictObject({
  count: z.int(),
  /** How many there are; the first of them are shown. */
  outOf: z.int(),
  height: z.int(),
  width: z.int(),
  channels: z.union([z.literal(1), z.literal(3)]),
  values: z.instanceof(Float32Array),
});
export type Pictures = z.infer<typeof picturesSchema>;

export const inspectionEventSchemas = [
  z.strictObject({
    type: z.literal('nodeInspected'),
    requestId,
    node: z.string(),
    /** Steps that the run has done. */
    step: z.int(),
    /** Validation images over which activations and gradients were taken. */
    images: z.int(),
    histograms: z.array(histogramSchema),
    /** Kernels of a convolution: as images where it sees one or three channels, else the mean over its input channels. */
    filters: picturesSchema.nullable(),
    /** The output for the image outside training, a picture for each channel; null where it has no height and width. */
    maps: picturesSchema.nullable(),
    /** What the network was given. */
    image: z.strictObject({ number: z.int(), outOf: z.int(), label: z.int(), picture: picturesSchema }),
    /** What it took. */
    milliseconds: z.number(),
  }),
  z.strictObject({ type: z.literal('nodeNotInspected'), requestId, message: z.string(), advice: z.string() }),
] as const;
