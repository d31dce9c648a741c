import { z } from 'zod';
import { trainingSettingsSchema } from '../graph/trainingSettings';
import { activationField, initialiserField } from '../templates/settingFields';
import { variantIds } from './variants';

const text = z.string().max(2000);

/** What one experiment may hold: more would run for days. */
export const experimentLimits = { trials: 1000, valuesPerAxis: 20 } as const;

const axis = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .min(1)
    .max(experimentLimits.valuesPerAxis)
    .refine((values) => new Set(values).size === values.length, 'names a value twice');

const activationIds = activationField.options.map(({ value }) => value);
const initialiserIds = initialiserField.options.map(({ value }) => value);

/** The values that are tried, each with each. */
export const gridSchema = z
  .strictObject({
    variants: axis(z.enum(variantIds)),
    /** Units in each of the three stages: n makes 6n + 2 layers. */
    depths: axis(z.int().min(1).max(9)),
    activations: axis(z.enum(activationIds)),
    initialisers: axis(z.string().refine((value) => initialiserIds.includes(value), 'is no initialiser')),
    batchNorm: axis(z.boolean()),
    learningRates: axis(trainingSettingsSchema.shape.learningRate),
    seeds: axis(trainingSettingsSchema.shape.seed),
  })
  .refine(
    (grid) => pointsOf(grid) <= experimentLimits.trials,
    `has more than ${experimentLimits.trials} trials`,
  );
export type Grid = z.infer<typeof gridSchema>;

/** How many trials a grid has. */
export function pointsOf(grid: Readonly<Record<string, readonly unknown[]>>): number {
  return Object.values(grid).reduce((product, values) => product * values.length, 1);
}

/** Name of an experiment's file and of its runs' group. */
export const experimentIdSchema = z
  .string()
  .min(1)
  .max(45)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'may hold small letters, digits and "-" only');

/** What is tried, on what, and what for. */
export const experimentSchema = z.strictObject({
  id: experimentIdSchema,
  name: z.string().min(1).max(100),
  /** What it is to answer. */
  question: text,
  /** What the lecture or the paper says; empty where a person asks something of their own. */
  claim: text,
  grid: gridSchema,
  /** Every layer's channels are multiplied by this. */
  width: z.number().min(0.0625).max(4),
  /** Of every trial; rate and seed are those of the grid. */
  training: trainingSettingsSchema,
});
export type Experiment = z.infer<typeof experimentSchema>;
