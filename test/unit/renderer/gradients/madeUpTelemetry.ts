import type { EngineEventOf } from '../../../../src/protocol/engineMessages';

/** Telemetry of so many steps behind `before`, whose numbers differ by layer and step. */
export function madeUpTelemetry(layers: number, before: number, count: number): EngineEventOf<'telemetry'> {
  const steps = Int32Array.from({ length: count }, (_, index) => before + index + 1);
  const perStep = (value: number) => new Float32Array(count).fill(value);
  const perLayer = (value: (step: number, layer: number) => number) => {
    const values = new Float32Array(count * layers);
    steps.forEach((step, row) => {
      for (let layer = 0; layer < layers; layer += 1) values[row * layers + layer] = value(step, layer);
    });
    return values;
  };
  const norms = perLayer((step, layer) => 10 ** (-4 + layer / layers + 2 * Math.sin(step / 97 + layer)));
  return {
    type: 'telemetry',
    runId: 'run',
    steps,
    losses: perStep(1),
    metrics: perStep(0.5),
    learningRates: perStep(0.1),
    activationGradientNorms: norms,
    activationGradientRms: norms,
    ...{ activationMeans: norms, activationDeviations: norms, zeroShares: norms },
    weightGradientNorms: norms,
    weightNorms: norms,
    updateRatios: norms,
    imagesPerSecond: 100,
    secondsLeft: 10,
  };
}
