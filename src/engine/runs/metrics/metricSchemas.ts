import { z } from 'zod';
import type { EngineEventOf } from '../../../protocol/engineMessages';
import { jsonNumber } from '../metricLine';
import type { TelemetryColumns } from '../telemetry/telemetrySamples';

/** Null stands for NaN and infinity, which JSON can't hold. */
const jsonNumberSchema = z.number().nullable();
const count = z.int().min(0);

/** A sampled step. Norms and gradients are in the telemetry folder. */
const stepSchema = z.object({
  type: z.literal('step'),
  step: count,
  loss: jsonNumberSchema,
  accuracy: jsonNumberSchema,
  learningRate: jsonNumberSchema,
});

const epochSchema = z.object({
  type: z.literal('epoch'),
  epoch: count,
  step: count,
  loss: jsonNumberSchema,
  accuracy: jsonNumberSchema,
  validationLoss: jsonNumberSchema,
  validationAccuracy: jsonNumberSchema,
  imagesPerSecond: jsonNumberSchema,
});

/** The run was taken up again: lines before this one about steps beyond `fromStep` no longer count. */
const resumedSchema = z.object({
  type: z.literal('resumed'),
  fromStep: count,
  /** Epochs in all that it was to come to from here on; as before where absent. */
  epochs: z.int().min(1).optional(),
  /** ISO 8601. */
  at: z.string(),
});

const checkpointSchema = z.object({
  type: z.literal('checkpoint'),
  step: count,
  file: z.string(),
  bytes: count,
  validationLoss: jsonNumberSchema.optional(),
});

const endSchema = z.object({
  type: z.literal('end'),
  step: count,
  reason: z.enum(['finished', 'stopped', 'diverged']),
  message: z.string().nullable().default(null),
  node: z.string().nullable().default(null),
});

/** The line before this one was cut off when the process was killed. */
const tornSchema = z.object({ type: z.literal('torn') });

export const metricLineSchema = z.discriminatedUnion('type', [
  stepSchema,
  epochSchema,
  resumedSchema,
  checkpointSchema,
  endSchema,
  tornSchema,
]);

/** A line of metrics.jsonl. */
export type MetricLine = z.infer<typeof metricLineSchema>;
export type MetricLineOf<Type extends MetricLine['type']> = Extract<MetricLine, { type: Type }>;

/** The lines of sampled steps. */
export function lightStepLines(columns: TelemetryColumns): readonly MetricLineOf<'step'>[] {
  return Array.from(columns.steps, (step, row) => ({
    type: 'step',
    step,
    loss: jsonNumber(columns.losses[row]),
    accuracy: jsonNumber(columns.metrics[row]),
    learningRate: jsonNumber(columns.learningRates[row]),
  }));
}

export function endLine({
  step,
  reason,
  message,
  node,
}: Omit<EngineEventOf<'ended'>, 'type' | 'runId'>): MetricLineOf<'end'> {
  return { type: 'end', step, reason, message, node };
}
