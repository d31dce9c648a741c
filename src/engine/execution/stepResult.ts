import type { StepResult, StepTelemetry } from '../trainingExecutor';

/** ‖ΔW‖/‖W‖ has no meaning for weights smaller than this (a fresh bias). */
const smallestWeightNorm = 1e-12;

/** What a step's vector speaks of. */
export interface Measured {
  /** Places, in the list of layers, of those that have an activation gradient. */
  readonly measuredLayers: readonly number[];
  readonly trainedWeights: readonly unknown[];
}

/**
 * What a step's vector says: loss, metric and witness (finite where the loss and all gradients are); on a sampled
 * step also the norms of activation gradients, then of the weights their gradients, values and changes.
 * `valuesPerLayer` counts the values that each layer gave over the batch.
 */
export function stepResult(
  measured: Measured,
  values: Float32Array,
  sampled: boolean,
  valuesPerLayer: readonly number[],
): StepResult {
  const [loss = Number.NaN, metric = Number.NaN, witness = Number.NaN] = values;
  const telemetry = sampled ? stepTelemetry(measured, values.subarray(3), valuesPerLayer) : null;
  return { loss, metric, finite: Number.isFinite(witness), telemetry };
}

function stepTelemetry(
  { measuredLayers, trainedWeights }: Measured,
  norms: Float32Array,
  valuesPerLayer: readonly number[],
): StepTelemetry {
  const activationGradientNorms = new Float32Array(valuesPerLayer.length).fill(Number.NaN);
  measuredLayers.forEach((layer, index) => {
    activationGradientNorms[layer] = norms[index] ?? Number.NaN;
  });
  const count = trainedWeights.length;
  const ofWeights = norms.subarray(measuredLayers.length);
  const weightNorms = ofWeights.slice(count, 2 * count);
  const changes = ofWeights.subarray(2 * count, 3 * count);
  return {
    activationGradientNorms,
    activationGradientRms: activationGradientNorms.map(
      (norm, layer) => norm / Math.sqrt(valuesPerLayer[layer] ?? Number.NaN),
    ),
    weightGradientNorms: ofWeights.slice(0, count),
    weightNorms,
    updateRatios: weightNorms.map((norm, index) =>
      norm < smallestWeightNorm ? Number.NaN : (changes[index] ?? Number.NaN) / norm,
    ),
  };
}
