import { z } from 'zod';

/** What a column of telemetry speaks of: a layer's output, or a trained weight. */
export const telemetryNodeSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  outputShape: z.array(z.int()),
});
export const telemetryWeightSchema = z.strictObject({
  node: z.string(),
  name: z.string(),
  shape: z.array(z.int()),
});
