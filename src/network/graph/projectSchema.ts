import { z } from 'zod';
import { learningRateFactorLimits } from './layerLearning';
import { noteColours, noteWidths } from './notes/note';
import { startingWeightsSchema } from './startingWeights';
import { trainingSettingsSchema } from './trainingSettings';

/** Limits of a project: far above any real network, low enough that a hostile file can't exhaust memory. */
export const projectLimits = {
  nodes: 20_000,
  edges: 60_000,
  blocks: 20_000,
  notes: 2000,
  /** Letters of a note. */
  noteLength: 4000,
  /** Blocks within one another. */
  blockDepth: 16,
  nameLength: 200,
  idLength: 64,
  /** Furthest place of a layer from the canvas's origin, in px. */
  coordinate: 1e7,
  /** Size of a project file: 16 MiB. */
  fileBytes: 16 * 1024 * 1024,
  /** Levels of brackets in a project file; a project needs five. */
  fileDepth: 32,
  /** Settings of one layer, or of anything else in a project file; the largest kind has a dozen. */
  objectKeys: 64,
} as const;

const id = z
  .string()
  .min(1)
  .max(projectLimits.idLength)
  .regex(/^[A-Za-z0-9_.-]+$/, 'may hold letters, digits, "_", "." and "-" only');
const coordinate = z.number().min(-projectLimits.coordinate).max(projectLimits.coordinate);

const position = z.strictObject({ x: coordinate, y: coordinate });

const fieldValueSchema = z.union([z.number(), z.boolean(), z.string().max(200), z.array(z.number()).max(16)]);

const nodeSchema = z.strictObject({
  id,
  kind: z.string().min(1).max(64),
  label: z.string().min(1).max(projectLimits.nameLength),
  config: z.record(z.string().max(64), fieldValueSchema),
  position,
  block: id.exactOptional(),
  frozen: z.boolean().exactOptional(),
  learningRateFactor: z
    .number()
    .min(learningRateFactorLimits.min)
    .max(learningRateFactorLimits.max)
    .exactOptional(),
});

const edgeSchema = z.strictObject({ from: id, to: id, input: z.int().min(0).max(1000) });

const blockSchema = z.strictObject({
  id,
  label: z.string().min(1).max(projectLimits.nameLength),
  parent: id.nullable(),
  collapsed: z.boolean(),
  position,
});

const noteSchema = z.strictObject({
  id,
  text: z.string().max(projectLimits.noteLength),
  position,
  width: z.number().min(noteWidths.least).max(noteWidths.most),
  colour: z.enum(noteColours),
});

/** The form of a project; whether its layers exist and its settings fit them is checked by parseProject. */
export const projectSchema = z.strictObject({
  name: z.string().min(1).max(projectLimits.nameLength),
  nodes: z.array(nodeSchema).max(projectLimits.nodes),
  edges: z.array(edgeSchema).max(projectLimits.edges),
  blocks: z.array(blockSchema).max(projectLimits.blocks),
  notes: z.array(noteSchema).max(projectLimits.notes).exactOptional(),
  tagged: z.boolean().exactOptional(),
  training: trainingSettingsSchema,
  startingWeights: startingWeightsSchema.exactOptional(),
});
