import { z } from 'zod';

const measured = z.number().nullable();

/** What was measured of one trial. Null stands for what could not be measured. */
export const trialResultSchema = z.strictObject({
  trial: z.string().max(200),
  /** Name of the folder that the run was written to. */
  run: z.string().max(200),
  /** `diverged`: a number stopped being finite. `failed`: the run could not go on, as where memory runs out. */
  end: z.enum(['finished', 'diverged', 'failed']),
  /** Where it diverged, or why it failed, in a sentence; null where it finished. */
  message: z.string().max(2000).nullable(),
  steps: z.int().min(0),
  /** Over the last epoch while the weights moved: mean loss, and share of images that were classed wrongly. */
  trainingLoss: measured,
  trainingError: measured,
  /** Behind the last epoch, on images that were not trained on. */
  validationLoss: measured,
  validationError: measured,
  /**
   * By how many decades ‖∂L/∂a‖ changes over ten layers on its way back to the input, by least squares over the
   * layers with kernels: below 0 where it shrinks. At the first step and at the last.
   */
  firstSlope: measured,
  lastSlope: measured,
  /** Layers with kernels whose gradient was exactly 0 at the first step, too small for a float32; not in the slope. */
  zeroLayers: z.int().min(0),
  /** Kinds of the verdicts on the first step, the worst first. */
  verdicts: z.array(z.string().max(60)).max(40),
  /** While training. */
  imagesPerSecond: z.number().min(0),
  /** From the start to the end of the trial, all included. */
  seconds: z.number().min(0),
});
export type TrialResult = z.infer<typeof trialResultSchema>;

/** What can be compared and drawn. */
export const measures = [
  'trainingError',
  'validationError',
  'trainingLoss',
  'firstSlope',
  'lastSlope',
  'imagesPerSecond',
] as const satisfies readonly (keyof TrialResult)[];
export type Measure = (typeof measures)[number];

/** Of a trial that could not be trained. */
export function failedResult(trial: string, run: string, message: string): TrialResult {
  return {
    ...{ trial, run, end: 'failed', message, steps: 0 },
    ...{ trainingLoss: null, trainingError: null, validationLoss: null, validationError: null },
    ...{ firstSlope: null, lastSlope: null, zeroLayers: 0, verdicts: [], imagesPerSecond: 0, seconds: 0 },
  };
}
