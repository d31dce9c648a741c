import { z } from 'zod';
import { augmentationSchema, noAugmentation, normalisationSchema } from '../datasets/augmentation';
import { datasetReferenceSchema } from '../datasets/datasetReference';

/** How the learning rate moves over a run; see docs/optimizers.md for the formulas. */
export const scheduleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('constant') }),
  /** rate · factor^⌊epoch / everyEpochs⌋ */
  z.strictObject({
    type: z.literal('step'),
    everyEpochs: z.int().min(1).max(100_000),
    factor: z.number().positive().max(1),
  }),
  /** From the rate down to `finalFraction` of it along half a cosine (Loshchilov & Hutter 2017, eq. 5). */
  z.strictObject({ type: z.literal('cosine'), finalFraction: z.number().min(0).max(1) }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

/** Update rules; formulas, ε and weight decay of each are in docs/optimizers.md. */
export const optimizerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sgd') }),
  z.strictObject({ type: z.literal('momentum'), momentum: z.number().min(0).lt(1) }),
  z.strictObject({ type: z.literal('nesterov'), momentum: z.number().min(0).lt(1) }),
  z.strictObject({
    type: z.literal('rmsprop'),
    decay: z.number().min(0).lt(1),
    momentum: z.number().min(0).lt(1),
    epsilon: z.number().positive().max(1),
  }),
  z.strictObject({
    type: z.enum(['adam', 'adamw']),
    beta1: z.number().min(0).lt(1),
    beta2: z.number().min(0).lt(1),
    epsilon: z.number().positive().max(1),
  }),
]);
export type Optimizer = z.infer<typeof optimizerSchema>;
export type OptimizerType = Optimizer['type'];

export const trainingSettingsSchema = z.strictObject({
  dataset: datasetReferenceSchema,
  normalisation: normalisationSchema,
  augmentation: augmentationSchema,
  epochs: z.int().min(1).max(100_000),
  batchSize: z.int().min(1).max(65_536),
  optimizer: optimizerSchema,
  learningRate: z.number().positive().max(1_000_000),
  schedule: scheduleSchema,
  /** Steps over which the rate rises linearly from rate / warmUpSteps to the rate. */
  warmUpSteps: z.int().min(0).max(10_000_000),
  /** λ: coupled (L2 in the gradient) for all optimizers but AdamW, decoupled for AdamW; kernels only. */
  weightDecay: z.number().min(0).max(1),
  /**
   * Where ‖∂L/∂W‖₂ over all weights together is above this, all gradients are scaled down to it before the update
   * (Pascanu et al. 2013, algorithm 1), weight decay not counted; 0 for off.
   */
  clipNorm: z.number().min(0).max(1_000_000),
  /**
   * Share of the training images held out for validation; 0 validates on the dataset's own test images.
   */
  validationSplit: z.number().min(0).max(0.9),
  shuffle: z.boolean(),
  /** Drives weights, shuffling, augmentation and dropout through named streams. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  /** Norms are recorded at every n-th step. */
  telemetryEvery: z.int().min(1).max(1_000_000),
});
export type TrainingSettings = z.infer<typeof trainingSettingsSchema>;

/** Settings of each update rule that a person gets on choosing it. */
export const optimizerDefaults: Readonly<
  Record<OptimizerType, { optimizer: Optimizer; learningRate: number }>
> = {
  sgd: { optimizer: { type: 'sgd' }, learningRate: 0.05 },
  momentum: { optimizer: { type: 'momentum', momentum: 0.9 }, learningRate: 0.05 },
  nesterov: { optimizer: { type: 'nesterov', momentum: 0.9 }, learningRate: 0.05 },
  rmsprop: {
    optimizer: { type: 'rmsprop', decay: 0.9, momentum: 0, epsilon: 1e-7 },
    learningRate: 0.001,
  },
  adam: { optimizer: { type: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, learningRate: 0.001 },
  adamw: { optimizer: { type: 'adamw', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, learningRate: 0.001 },
};

/**
 * With momentum 0.9 the rate of 0.05 is bold: held constant it ends LeNet-5's first epoch on MNIST near 95 %
 * validation accuracy. Warm-up and cosine take it past 98 %.
 */
export const defaultTrainingSettings: TrainingSettings = {
  dataset: { type: 'mnist' },
  normalisation: 'channel',
  augmentation: noAugmentation,
  epochs: 5,
  batchSize: 64,
  ...optimizerDefaults.momentum,
  schedule: { type: 'cosine', finalFraction: 0 },
  warmUpSteps: 100,
  weightDecay: 0,
  clipNorm: 0,
  validationSplit: 0,
  shuffle: true,
  seed: 1,
  telemetryEvery: 10,
};
