import type { EngineEventOf } from '../../../protocol/engineMessages';
import type { StepTelemetry } from '../../trainingExecutor';

/** What was measured at one step. */
export interface TelemetrySample extends StepTelemetry {
  /** 1-based. */
  readonly step: number;
  readonly loss: number;
  readonly metric: number;
  readonly learningRate: number;
}

/** Samples as a telemetry event holds them: a column for each quantity, norms step-major. */
export type TelemetryColumns = Omit<
  EngineEventOf<'telemetry'>,
  'type' | 'runId' | 'imagesPerSecond' | 'secondsLeft'
>;

export function joinSamples(samples: readonly TelemetrySample[]): TelemetryColumns {
  return {
    steps: Int32Array.from(samples, ({ step }) => step),
    losses: Float32Array.from(samples, ({ loss }) => loss),
    metrics: Float32Array.from(samples, ({ metric }) => metric),
    learningRates: Float32Array.from(samples, ({ learningRate }) => learningRate),
    activationGradientNorms: joined(samples.map((sample) => sample.activationGradientNorms)),
    activationGradientRms: joined(samples.map((sample) => sample.activationGradientRms)),
    activationMeans: joined(samples.map((sample) => sample.activationMeans)),
    activationDeviations: joined(samples.map((sample) => sample.activationDeviations)),
    zeroShares: joined(samples.map((sample) => sample.zeroShares)),
    weightGradientNorms: joined(samples.map((sample) => sample.weightGradientNorms)),
    weightNorms: joined(samples.map((sample) => sample.weightNorms)),
    updateRatios: joined(samples.map((sample) => sample.updateRatios)),
  };
}

/** The samples of which the columns were made, each with memory of its own. */
export function splitSamples(columns: TelemetryColumns): readonly TelemetrySample[] {
  const count = columns.steps.length;
  const row = (values: Float32Array, index: number): Float32Array => {
    const width = values.length / count;
    return values.slice(index * width, (index + 1) * width);
  };
  return Array.from(columns.steps, (step, index) => ({
    step,
    loss: columns.losses[index] ?? Number.NaN,
    metric: columns.metrics[index] ?? Number.NaN,
    learningRate: columns.learningRates[index] ?? Number.NaN,
    activationGradientNorms: row(columns.activationGradientNorms, index),
    activationGradientRms: row(columns.activationGradientRms, index),
    activationMeans: row(columns.activationMeans, index),
    activationDeviations: row(columns.activationDeviations, index),
    zeroShares: row(columns.zeroShares, index),
    weightGradientNorms: row(columns.weightGradientNorms, index),
    weightNorms: row(columns.weightNorms, index),
    updateRatios: row(columns.updateRatios, index),
  }));
}

function joined(rows: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const values = new Float32Array(rows.reduce((sum, row) => sum + row.length, 0));
  let offset = 0;
  for (const row of rows) {
    values.set(row, offset);
    offset += row.length;
  }
  return values;
}
