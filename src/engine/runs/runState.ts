import { z } from 'zod';

const sum = z.number();

/**
 * Where a training loop stands, beside the weights and the optimizer's variables. Batches, augmentation and dropout
 * follow from the seed and the number of their step, so the step is the place in all of them.
 */
export const loopStateSchema = z.strictObject({
  /** Steps done. */
  step: z.int().min(0),
  /** Epochs that the run was to have in all: a cosine schedule stretches to their end. */
  epochs: z.int().min(1),
  /** The epoch under way, as sums over its images. Finite: a step that is not changes nothing. */
  epoch: z.strictObject({ loss: sum, metric: sum, images: z.int().min(0), seconds: z.number().min(0) }),
  /** The last epoch's images were all trained on, and it was not validated. */
  validationDue: z.boolean(),
});
export type LoopState = z.infer<typeof loopStateSchema>;

/** The epoch that validated best; null before one was validated. */
export const bestEpochSchema = z
  .strictObject({ step: z.int().min(0), validationMetric: z.number(), validationLoss: z.number() })
  .nullable();
export type BestEpochState = z.infer<typeof bestEpochSchema>;

/** What a checkpoint says of its run, beside the values of weights and optimizer. */
export const runStateSchema = z.strictObject({ loop: loopStateSchema, best: bestEpochSchema });
export type RunState = z.infer<typeof runStateSchema>;
