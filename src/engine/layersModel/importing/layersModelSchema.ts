/** `model.json` of a TensorFlow.js layers model, as far as an import reads it. */
import { z } from 'zod';

const quantizationSchema = z.object({
  dtype: z.enum(['uint8', 'uint16', 'float16']),
  scale: z.number().optional(),
  min: z.number().optional(),
});

const weightSchema = z.object({
  name: z.string(),
  shape: z.array(z.int().min(0)),
  dtype: z.string(),
  quantization: quantizationSchema.optional(),
});
export type WeightSpecification = z.infer<typeof weightSchema>;

export const layersModelSchema = z.object({
  /** A model, or in files of the converter from Python what holds one. */
  modelTopology: z.union([
    z.object({ model_config: z.unknown() }),
    z.object({ class_name: z.string(), config: z.unknown() }),
  ]),
  weightsManifest: z
    .array(z.object({ paths: z.array(z.string()), weights: z.array(weightSchema) }))
    .optional(),
});
export type LayersModel = z.infer<typeof layersModelSchema>;
