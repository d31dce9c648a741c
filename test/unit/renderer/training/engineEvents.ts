import { analyse } from '../../../../src/network/analysis/analyse';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import type { EngineEventOf } from '../../../../src/protocol/engineMessages';
import type { RunOrder } from '../../../../src/renderer/training/run';

/** The network of these events, as a window would order a run on it. */
export function lenetOrder(): RunOrder {
  const document = lenet5.create();
  return { document, analysis: analyse(document) };
}

const nodes = ['input', 'conv1', 'fc3'];

export function startedEvent(
  runId: string,
  changes: Partial<EngineEventOf<'started'>> = {},
): EngineEventOf<'started'> {
  return {
    type: 'started',
    runId,
    nodes: nodes.map((id) => ({ id, label: id, outputShape: [10] })),
    weights: [
      { node: 'conv1', name: 'kernel', shape: [5, 5, 1, 6] },
      { node: 'fc3', name: 'kernel', shape: [84, 10] },
    ],
    stepsPerEpoch: 100,
    epochs: 5,
    trainingImages: 6400,
    validationImages: 1000,
    firstStep: 0,
    ...changes,
  };
}

/** Telemetry of some steps. The norm of node i at step s is s · 10^i; the input's is undefined. */
export function telemetryEvent(runId: string, steps: readonly number[]): EngineEventOf<'telemetry'> {
  const perStep = (value: (step: number) => number) => Float32Array.from(steps, value);
  const perNode = (value: (step: number, node: number) => number) =>
    Float32Array.from(steps.flatMap((step) => nodes.map((_, node) => value(step, node))));
  const perWeight = (value: (step: number, weight: number) => number) =>
    Float32Array.from(steps.flatMap((step) => [value(step, 0), value(step, 1)]));
  return {
    type: 'telemetry',
    runId,
    steps: Int32Array.from(steps),
    losses: perStep((step) => 1 / step),
    metrics: perStep((step) => 1 - 1 / step),
    learningRates: perStep(() => 0.05),
    activationGradientNorms: perNode((step, node) => (node === 0 ? Number.NaN : step * 10 ** node)),
    activationGradientRms: perNode(() => 0.5),
    activationMeans: perNode((step, node) => step + node),
    activationDeviations: perNode((_, node) => node),
    zeroShares: perNode((_, node) => node / 4),
    weightGradientNorms: perWeight((step, weight) => step + weight),
    weightNorms: perWeight(() => 2),
    updateRatios: perWeight(() => 0.001),
    imagesPerSecond: 5000,
    secondsLeft: 12,
  };
}
