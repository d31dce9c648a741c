/** What is drawn and said of a project where it is listed and not open. */
import { z } from 'zod';
import { layerCategories } from '../network/layers/defineLayer';

/** So many slabs, and so many arcs, are drawn at most: larger networks are listed without a drawing. */
export const portraitPartsLimit = 600;
const count = z.int().min(0);

const slabSchema = z
  .strictObject({
    /** What it stands for, which settles its colour: several branches that are joined are one block. */
    tone: z.enum(['convolution', 'pooling', 'dense', 'block']),
    /** Height of a feature map; 1 for a vector. */
    extent: count,
    channels: count,
  })
  .readonly();

const arcSchema = z
  .strictObject({
    /** First and last slab that it leads around. */
    first: count,
    last: count,
    /** What it passes on its way; null where it is the identity. */
    through: z.enum(layerCategories).nullable(),
  })
  .readonly();

/** The network as papers draw it: its feature maps in a row, and the shortcuts that lead around some of them. */
const silhouetteSchema = z
  .strictObject({
    slabs: z.array(slabSchema).max(portraitPartsLimit).readonly(),
    arcs: z.array(arcSchema).max(portraitPartsLimit).readonly(),
    /** Sums that a shortcut leads to. */
    skips: count,
  })
  .readonly();

export const projectPortraitSchema = z
  .strictObject({
    /** Layers with kernels on the longest way. */
    layers: count,
    /** Trainable values. */
    parameters: count,
    silhouette: silhouetteSchema,
  })
  .readonly();
export type ProjectPortrait = z.infer<typeof projectPortraitSchema>;
