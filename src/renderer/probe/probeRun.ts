import type { EngineEventOf } from '../../protocol/engineMessages';
import { type Run, type RunOrder, startRun } from '../training/run';

/** A probe as a run of one sample, at step 0: all that shows a run's gradients shows it as well. */
export function probeRun(order: RunOrder, probed: EngineEventOf<'probed'>): Run {
  const { requestId, nodes, weights, losses, seeds, batches, imagesPerBatch, data, nonFinite, seconds } =
    probed;
  const run = startRun(order, {
    type: 'started',
    runId: requestId,
    ...{ nodes, weights },
    stepsPerEpoch: 1,
    epochs: 0,
    trainingImages: 0,
    validationImages: 0,
    firstStep: 0,
  });
  const loss = losses.reduce((sum, value) => sum + value, 0) / losses.length;
  run.log.append({
    type: 'telemetry',
    runId: requestId,
    steps: Int32Array.of(0),
    losses: Float32Array.of(loss),
    metrics: Float32Array.of(Number.NaN),
    learningRates: Float32Array.of(Number.NaN),
    activationGradientNorms: probed.activationGradientNorms,
    activationGradientRms: probed.activationGradientRms,
    activationMeans: probed.activationMeans,
    activationDeviations: probed.activationDeviations,
    zeroShares: probed.zeroShares,
    weightGradientNorms: probed.weightGradientNorms,
    weightNorms: probed.weightNorms,
    updateRatios: new Float32Array(weights.length).fill(Number.NaN),
    imagesPerSecond: Number.NaN,
    secondsLeft: 0,
  });
  return { ...run, probe: { seeds, batches, imagesPerBatch, data, loss, nonFinite, seconds } };
}
