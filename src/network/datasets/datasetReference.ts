import { z } from 'zod';

/** Limits of a dataset that a project may name: what fits into the memory of a person's machine. */
export const datasetLimits = {
  pathLength: 1024,
  /** Height and width of an image, in pixels. */
  size: 1024,
  channels: 16,
  classes: 1000,
  images: 10_000_000,
} as const;

const path = z.string().min(1).max(datasetLimits.pathLength);
const size = z.int().min(1).max(datasetLimits.size);
const classes = z.int().min(2).max(datasetLimits.classes);
const images = z.int().min(1).max(datasetLimits.images);
const seed = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

/** How the images that come without a test set are parted: this share of each class is kept for validation. */
const split = { testShare: z.number().min(0.01).max(0.9), splitSeed: seed };

/** What was found when the data was chosen. Reading it later must find the same, or the network may not fit. */
const found = { classes, trainingImages: images, testImages: images };

/** A named dataset: where it is read from, and how many images are there where that is not all of them. */
const named = { path: path.optional(), trainingImages: images.optional(), testImages: images.optional() };

/** How an image becomes as large as the network takes it. */
export const resizePolicies = ['stretch', 'fit', 'crop'] as const;
export type ResizePolicy = (typeof resizePolicies)[number];

const variants = [
  /** With counts, only its first images. */
  z.strictObject({
    type: z.literal('mnist'),
    trainingImages: z.int().min(1).max(60_000).optional(),
    testImages: z.int().min(1).max(10_000).optional(),
  }),
  z.strictObject({ type: z.literal('fashion-mnist'), ...named }),
  z.strictObject({ type: z.literal('cifar-10'), ...named }),
  z.strictObject({ type: z.literal('cifar-100'), ...named }),
  /** A folder with a folder of images for each class, or with such folders in train/ and in test/. */
  z.strictObject({
    type: z.literal('folder'),
    path,
    height: size,
    width: size,
    resize: z.enum(resizePolicies),
    colour: z.boolean(),
    ...split,
    ...found,
  }),
  /** A .npz archive, or a .npy file of images with one of labels. */
  z.strictObject({
    type: z.literal('arrays'),
    path,
    labelsPath: path.optional(),
    height: size,
    width: size,
    channels: z.int().min(1).max(datasetLimits.channels),
    ...split,
    ...found,
  }),
  /** Made from a seed: `patterns` has a picture for each class under noise, `noise` has nothing to learn. */
  z.strictObject({
    type: z.literal('synthetic'),
    variant: z.enum(['patterns', 'noise']),
    height: size,
    width: size,
    channels: z.int().min(1).max(datasetLimits.channels),
    /** Standard deviation of the noise, where that of the patterns is 1. */
    noise: z.number().min(0).max(10),
    seed,
    ...found,
  }),
] as const;

/**
 * Where the images come from. Datasets of the literature are named; `path` is the file or folder that they are read
 * from, and without it they are looked for where they were put before. All others are described in full, so that a
 * network can be checked against them without reading them.
 */
export const datasetReferenceSchema = z.discriminatedUnion('type', variants, {
  error: ({ code }) =>
    code === 'invalid_union'
      ? `There is no such dataset: ${variants.map(({ shape }) => shape.type.value).join(', ')} can be trained on`
      : undefined,
});
export type DatasetReference = z.infer<typeof datasetReferenceSchema>;
export type DatasetType = DatasetReference['type'];
export type DatasetReferenceOf<Type extends DatasetType> = Extract<DatasetReference, { type: Type }>;

/** The datasets of the literature: their name says all of them. */
export const namedDatasets = ['mnist', 'fashion-mnist', 'cifar-10', 'cifar-100'] as const;
export type NamedDataset = (typeof namedDatasets)[number];

export function isNamed(
  reference: DatasetReference,
): reference is Extract<DatasetReference, { type: NamedDataset }> {
  return namedDatasets.some((name) => name === reference.type);
}

/** A synthetic dataset as a person gets it on choosing one: small enough to be made at once. */
export const defaultSynthetic: DatasetReferenceOf<'synthetic'> = {
  type: 'synthetic',
  variant: 'patterns',
  height: 32,
  width: 32,
  channels: 3,
  noise: 1,
  seed: 1,
  classes: 10,
  trainingImages: 2000,
  testImages: 500,
};
