import { describe, expect, test } from 'vitest';
import { RunSummary } from '../../../src/cli/training/runSummary';
import type { EngineEventOf } from '../../../src/protocol/engineMessages';

const ended: EngineEventOf<'ended'> = {
  type: 'ended',
  runId: 'r',
  reason: 'stopped',
  step: 0,
  message: null,
  node: null,
};
const epoch: EngineEventOf<'epoch'> = {
  type: 'epoch',
  runId: 'r',
  epoch: 1,
  step: 40,
  loss: 0.5,
  metric: 0.75,
  validationLoss: 0.25,
  validationMetric: 0.875,
  imagesPerSecond: 100,
};
const started: EngineEventOf<'started'> = {
  type: 'started',
  runId: 'r',
  nodes: [],
  weights: [],
  stepsPerEpoch: 40,
  epochs: 2,
  trainingImages: 400,
  validationImages: 100,
  firstStep: 0,
};

function telemetry(step: number, loss: number): EngineEventOf<'telemetry'> {
  const none = new Float32Array();
  return {
    type: 'telemetry',
    runId: 'r',
    steps: Int32Array.of(step - 1, step),
    losses: Float32Array.of(9, loss),
    metrics: Float32Array.of(0, 0.5),
    learningRates: Float32Array.of(0.1, 0.1),
    activationGradientNorms: none,
    activationGradientRms: none,
    activationMeans: none,
    activationDeviations: none,
    zeroShares: none,
    weightGradientNorms: none,
    weightNorms: none,
    updateRatios: none,
    imagesPerSecond: 200,
    secondsLeft: 1,
  };
}

describe('the last line of a run', () => {
  test('of one that never started holds no figures', () => {
    expect(new RunSummary(() => 5_000).end(ended, [])).toMatchObject({
      step: 0,
      epochs: 0,
      loss: null,
      accuracy: null,
      validationLoss: null,
      seconds: 0,
    });
  });

  test('gives the epoch’s figures where the run ended with it', () => {
    let now = 1_000;
    const summary = new RunSummary(() => now);
    for (const event of [started, telemetry(40, 0.125), epoch]) summary.hear(event);
    now = 3_500;
    expect(summary.end({ ...ended, step: 40, reason: 'finished' }, [])).toEqual({
      type: 'end',
      reason: 'finished',
      step: 40,
      epochs: 1,
      loss: 0.5,
      accuracy: 0.75,
      validationLoss: 0.25,
      validationAccuracy: 0.875,
      seconds: 2.5,
      imagesPerSecond: 100,
      message: null,
      node: null,
      verdicts: [],
    });
  });

  test('gives the last sampled step’s figures where the run ended within an epoch', () => {
    const summary = new RunSummary(() => 0);
    for (const event of [started, epoch, telemetry(51, 0.125)]) summary.hear(event);
    expect(summary.end({ ...ended, step: 55 }, [])).toMatchObject({
      epochs: 1,
      loss: 0.125,
      accuracy: 0.5,
      validationAccuracy: 0.875,
      imagesPerSecond: 200,
    });
  });
});
