/** The part of the engine's protocol that is about datasets: what is there, what it holds, and getting it. */
import { z } from 'zod';
import { augmentationSchema } from '../network/datasets/augmentation';
import { datasetLimits, datasetReferenceSchema } from '../network/datasets/datasetReference';

/** Ties answers to their request: all windows of an engine hear them, and pass over those of others. */
const requestId = z.string().min(1).max(64);
const path = z.string().min(1).max(datasetLimits.pathLength);

/** The datasets that can be downloaded. */
export const downloadableDatasets = ['fashion-mnist', 'cifar-10', 'cifar-100'] as const;
export type DownloadableDataset = (typeof downloadableDatasets)[number];
const downloadable = z.enum(downloadableDatasets);

/** Images of a contact sheet at most, and their longest side in pixels. */
export const sheetLimits = { images: 60, side: 64 } as const;

export const datasetCommandSchemas = [
  /** Which of the datasets that don't come with Layerwise are on this machine. */
  z.strictObject({ type: z.literal('listDatasets'), requestId }),
  /** What is at a path. */
  z.strictObject({ type: z.literal('recogniseDataset'), requestId, path }),
  /** Reads a dataset and shows some of its training images, as they are and as they are augmented. */
  z.strictObject({
    type: z.literal('previewDataset'),
    requestId,
    reference: datasetReferenceSchema,
    augmentation: augmentationSchema,
    seed: z.int().min(0),
    /** The step whose augmentation is shown. */
    step: z.int().min(0),
  }),
  z.strictObject({ type: z.literal('downloadDataset'), requestId, name: downloadable }),
  /** What is there already is kept, and a later download goes on from it. */
  z.strictObject({ type: z.literal('stopDownload'), requestId }),
] as const;

const skippedSchema = z.strictObject({ name: z.string(), reason: z.string() });

export const datasetPreviewSchema = z.strictObject({
  label: z.string(),
  imageShape: z.array(z.int()),
  trainingImages: z.int(),
  testImages: z.int(),
  classNames: z.array(z.string()),
  /** Images of each class. */
  trainingCounts: z.instanceof(Int32Array),
  testCounts: z.instanceof(Int32Array),
  /** Of the training images, for each channel; bytes are scaled to 0…1. */
  means: z.array(z.number()),
  deviations: z.array(z.number()),
  /** That its images take in the engine. */
  memoryBytes: z.number(),
  /** Where it was read from; null where it is made, or comes with Layerwise. */
  place: z.string().nullable(),
  /** Files that were left out: how many, and the first of them. */
  skippedCount: z.int(),
  skipped: z.array(skippedSchema),
  sheet: z.strictObject({
    height: z.int(),
    width: z.int(),
    labels: z.instanceof(Int32Array),
    /** Red, green, blue and 255 of each pixel, one image after the other. */
    images: z.instanceof(Uint8Array),
    /** The same images, augmented. */
    augmented: z.instanceof(Uint8Array),
  }),
});
export type DatasetPreview = z.infer<typeof datasetPreviewSchema>;

export const datasetEventSchemas = [
  z.strictObject({
    type: z.literal('datasetsListed'),
    requestId,
    places: z.array(z.strictObject({ name: downloadable, place: z.string().nullable() })),
  }),
  z.strictObject({ type: z.literal('datasetRecognised'), requestId, reference: datasetReferenceSchema }),
  z.strictObject({ type: z.literal('datasetPreviewed'), requestId, preview: datasetPreviewSchema }),
  z.strictObject({
    type: z.literal('datasetProgress'),
    requestId,
    activity: z.string(),
    /** 0…1, or null where it can't be told. */
    progress: z.number().nullable(),
  }),
  /** The dataset is whole, checked, and in its place. */
  z.strictObject({ type: z.literal('datasetDownloaded'), requestId, name: downloadable }),
  z.strictObject({ type: z.literal('datasetFailed'), requestId, message: z.string(), advice: z.string() }),
] as const;
