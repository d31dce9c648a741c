/** What Keras and TensorFlow.js write of a model's architecture, as far as an import reads it. */
import { z } from 'zod';

const settings = z.record(z.string(), z.unknown());

/** A layer in a model of either version. */
export const layerSchema = z.object({
  class_name: z.string(),
  config: z.union([settings, z.array(z.unknown())]),
  /** Of functional models. */
  name: z.string().nullish(),
  module: z.string().nullish(),
  inbound_nodes: z.array(z.unknown()).nullish(),
  build_config: z.unknown().optional(),
});

/** A whole model; older files of sequential models have the list of layers in place of the settings. */
export const modelSchema = z.object({
  class_name: z.string(),
  config: z.union([settings, z.array(z.unknown())]),
  build_config: z.unknown().optional(),
});

export const modelSettingsSchema = z.object({
  name: z.string().nullish(),
  layers: z.array(layerSchema),
  build_input_shape: z.unknown().optional(),
  input_layers: z.unknown().optional(),
  output_layers: z.unknown().optional(),
});

export const shapeSchema = z.array(z.number().nullable());
