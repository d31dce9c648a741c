import type { TelemetryItems } from '../../../src/engine/runs/telemetry/columnFiles';
import { joinSamples, type TelemetryColumns } from '../../../src/engine/runs/telemetry/telemetrySamples';

/** Nodes and weights of a network of so many layers, each with one weight. */
export function itemsOf(layers: number): TelemetryItems {
  const names = Array.from({ length: layers }, (_, index) => `layer${index}`);
  return {
    nodes: names.map((id) => ({ id, label: id, outputShape: [10] })),
    weights: names.map((node) => ({ node, name: 'kernel', shape: [3, 10] })),
  };
}

/** A value that tells quantity, step and item apart, and whether the step was done before. */
export function valueAt(quantity: number, step: number, item: number, turn = 0): number {
  return Math.fround(quantity * 10_000 + step + item / 1024 + turn / 4);
}

/** What would be measured at these steps. */
export function sampled(steps: readonly number[], layers: number, turn = 0): TelemetryColumns {
  const row = (quantity: number, step: number) =>
    Float32Array.from({ length: layers }, (_, item) => valueAt(quantity, step, item, turn));
  return joinSamples(
    steps.map((step) => ({
      step,
      loss: valueAt(1, step, 0, turn),
      metric: valueAt(2, step, 0, turn),
      learningRate: valueAt(3, step, 0, turn),
      activationGradientNorms: row(4, step),
      activationGradientRms: row(5, step),
      activationMeans: row(9, step),
      activationDeviations: row(10, step),
      zeroShares: row(11, step),
      weightGradientNorms: row(6, step),
      weightNorms: row(7, step),
      updateRatios: row(8, step),
    })),
  );
}

/** The whole numbers from `from` up to and including `to`. */
export function stepsFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
