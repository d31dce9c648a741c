import type { StepResult, StepTelemetry } from '../trainingExecutor';

/** ‖ΔW‖/‖W‖ has no meaning for weights smaller than this (a fresh bias). */
const smallestWeightNorm = 1e-12;

/** What a step's vector speaks of. */
export interface Measured {
  /** Places, in the list of layers, of those that have an activation gradient. */
  readonly measuredLayers: readonly number[];
  readonly trainedWeights: readonly unknown[];
}

/** What a pass went through: how many images, and the values that each layer gave for one. */
export interface MeasuredPass {
  readonly size: number;
  readonly valuesPerImage: readonly number[];
}

/**
 * Statistics of outputs are taken over so many images of a batch, the first ones: thousands of values each, in a quarter of
 * the time that a usual batch of 64 would take.
 */
export const observedImages = 16;

/** What a step may measure, each as a stretch of one vector. */
export const telemetryParts = ['norms', 'changes', 'statistics'] as const;
export type TelemetryPart = (typeof telemetryParts)[number];

/** The parts that are measured where a step is asked for this much. */
export function partsOf(telemetry: boolean | 'norms'): readonly TelemetryPart[] {
  if (telemetry === false) return [];
  return telemetry === 'norms' ? ['norms', 'changes'] : telemetryParts;
}

/**
 * What a step's vector says: loss, metric and witness (finite where the loss and all gradients are), then the parts that
 * were asked for, in the order of `telemetryParts`. Norms: of activation gradients, then of the weights their gradients
 * and values. Changes: norms of the weights' changes. Statistics: of all layers' outputs, over
 * the first images (see `observedImages`), the means, then the standard deviations, then how many values are not zero.
 */
export function stepResult(
  measured: Measured,
  values: Float32Array,
  parts: readonly TelemetryPart[],
  pass: MeasuredPass,
): StepResult {
  const [loss = Number.NaN, metric = Number.NaN, witness = Number.NaN] = values;
  const telemetry = parts.length === 0 ? null : stepTelemetry(measured, values.subarray(3), parts, pass);
  return { loss, metric, finite: Number.isFinite(witness), telemetry };
}

function stepTelemetry(
  { measuredLayers, trainedWeights }: Measured,
  values: Float32Array,
  parts: readonly TelemetryPart[],
  pass: MeasuredPass,
): StepTelemetry {
  const { size, valuesPerImage } = pass;
  const [layers, weights] = [valuesPerImage.length, trainedWeights.length];
  const observed = Math.min(size, observedImages);
  let read = 0;
  const next = (part: TelemetryPart, length: number): Float32Array => {
    if (!parts.includes(part)) return new Float32Array(length).fill(Number.NaN);
    read += length;
    return values.slice(read - length, read);
  };
  const measuredNorms = next('norms', measuredLayers.length);
  const weightGradientNorms = next('norms', weights);
  const weightNorms = next('norms', weights);
  const changes = next('changes', weights);
  const activationMeans = next('statistics', layers);
  const activationDeviations = next('statistics', layers);
  const nonzeros = next('statistics', layers);

  const activationGradientNorms = new Float32Array(layers).fill(Number.NaN);
  measuredLayers.forEach((layer, index) => {
    activationGradientNorms[layer] = measuredNorms[index] ?? Number.NaN;
  });
  return {
    activationGradientNorms,
    activationGradientRms: activationGradientNorms.map(
      (norm, layer) => norm / Math.sqrt(size * (valuesPerImage[layer] ?? Number.NaN)),
    ),
    activationMeans,
    activationDeviations,
    zeroShares: nonzeros.map(
      (count, layer) => 1 - count / (observed * (valuesPerImage[layer] ?? Number.NaN)),
    ),
    weightGradientNorms,
    weightNorms,
    updateRatios: weightNorms.map((norm, index) =>
      norm < smallestWeightNorm ? Number.NaN : (changes[index] ?? Number.NaN) / norm,
    ),
  };
}
