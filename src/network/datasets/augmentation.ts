import { z } from 'zod';

/**
 * How the values of an image, between 0 and 1, are moved and scaled before the network sees them. By `channel`, the
 * training images' mean is subtracted and their standard deviation divided by, each of one channel; by `pixel`, the
 * mean is that of each pixel of each channel.
 */
export const normalisationSchema = z.enum(['none', 'channel', 'pixel']);
export type Normalisation = z.infer<typeof normalisationSchema>;

/** What is done to training images at random, anew at each epoch. Nothing is done where images are evaluated. */
export const augmentationSchema = z.strictObject({
  /** So many pixels of mean colour are added on each side, and a window of the old size is cut out; 0 for off. */
  padAndCrop: z.int().min(0).max(64),
  /** Mirrors every second image, left to right. */
  flip: z.boolean(),
  /** Side of a square that is covered with the mean colour (DeVries & Taylor 2017), in pixels; 0 for off. */
  cutout: z.int().min(0).max(512),
  /**
   * α of mixup (Zhang et al. 2018); 0 for off. Each image is mixed with another of its batch, which it outweighs on
   * average, and keeps its own class. With weights from Beta(α + 1, α) that has the same expected loss and gradient as
   * the paper's Beta(α, α) with the labels mixed too (Huszár 2017), whatever the loss.
   */
  mixup: z.number().min(0).max(4),
});
export type Augmentation = z.infer<typeof augmentationSchema>;

export const noAugmentation: Augmentation = { padAndCrop: 0, flip: false, cutout: 0, mixup: 0 };

/** He et al. 2016, section 4.2, for CIFAR-10. */
export const cifarAugmentation: Augmentation = { padAndCrop: 4, flip: true, cutout: 0, mixup: 0 };
