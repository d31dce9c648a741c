import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { chooseDevice } from '../../../src/engine/devices/chooseDevice';
import { findMachine } from '../../../src/engine/devices/findMachine';
import { openKeptRun } from '../../../src/engine/runs/keptRun';
import { claimRunFolder, RunFolder } from '../../../src/engine/runs/runFolder';
import { describeRun } from '../../../src/engine/runs/runRecord';
import { lenet5 } from '../../../src/network/templates/lenet5';
import type { EngineEvent } from '../../../src/protocol/engineMessages';
import { syntheticDataset } from './syntheticDataset';

const device = chooseDevice({
  ...(await findMachine()),
  library: { state: 'loaded', version: '2.21.0', usesGpu: false },
});
const dataset = { ...syntheticDataset(2, 2), files: [{ name: 'images', sha256: 'abc' }] };
const sizes = { stepsPerEpoch: 2, trainingImages: 2, validationImages: 2 };
const record = describeRun(lenet5.create(), dataset, sizes, device, new Date(0));

const events: readonly EngineEvent[] = [
  {
    type: 'started',
    runId: 'r',
    nodes: [{ id: 'fc1', label: 'first', outputShape: [10] }],
    weights: [{ node: 'fc1', name: 'kernel', shape: [4, 10] }],
    stepsPerEpoch: 2,
    epochs: 1,
    trainingImages: 2,
    validationImages: 2,
    firstStep: 0,
  },
  {
    type: 'telemetry',
    runId: 'r',
    steps: Int32Array.of(1, 2),
    losses: Float32Array.of(0.3, Number.NaN),
    metrics: Float32Array.of(0.5, 1),
    learningRates: Float32Array.of(0.1, 0.1),
    activationGradientNorms: Float32Array.of(1.5, Number.POSITIVE_INFINITY),
    activationGradientRms: Float32Array.of(0.5, 0.25),
    activationMeans: Float32Array.of(0.5, 0.25),
    activationDeviations: Float32Array.of(1, Number.NaN),
    zeroShares: Float32Array.of(0, 1),
    weightGradientNorms: Float32Array.of(2, 3),
    weightNorms: Float32Array.of(0, 1),
    updateRatios: Float32Array.of(Number.NaN, 0.001),
    imagesPerSecond: 10,
    secondsLeft: 1,
  },
  {
    type: 'epoch',
    runId: 'r',
    epoch: 1,
    step: 2,
    loss: 0.25,
    metric: 0.75,
    validationLoss: null,
    validationMetric: null,
    imagesPerSecond: 10,
  },
  { type: 'ended', runId: 'r', reason: 'stopped', step: 2, message: null, node: null },
];

describe('a run folder', () => {
  let parent = '';
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'layerwise-run-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  test('holds what the run needs to be run again', () => {
    const path = join(parent, 'new', 'run');
    RunFolder.create(path, record).close();
    const written: unknown = JSON.parse(readFileSync(join(path, 'run.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(record)));
    expect(written).toMatchObject({
      seed: 1,
      startedAt: '1970-01-01T00:00:00.000Z',
      document: { name: 'LeNet-5' },
      dataset: { name: 'mnist', files: [{ sha256: 'abc' }] },
      versions: { library: '2.21.0', layerwise: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
    });
    expect(readdirSync(path).sort()).toEqual(['checkpoints', 'metrics.jsonl', 'run.json']);
  });

  test('gets a line for each sampled step, epoch and end, with null for what is no number', () => {
    const folder = RunFolder.create(parent, record);
    for (const event of events) folder.record(event);
    folder.close();
    const text = readFileSync(join(parent, 'metrics.jsonl'), 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    const lines: unknown[] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { type: 'step', step: 1, loss: 0.3, accuracy: 0.5 },
      { type: 'step', step: 2, loss: null },
      { type: 'epoch', epoch: 1, loss: 0.25, accuracy: 0.75, validationLoss: null },
      { type: 'end', reason: 'stopped', step: 2 },
    ]);
    const { telemetry } = openKeptRun(parent);
    expect(telemetry?.column('activationGradientNorms', 0)).toEqual(
      Float32Array.of(1.5, Number.POSITIVE_INFINITY),
    );
  });

  test('loses at most its last line to a kill at any byte', () => {
    const folder = RunFolder.create(parent, record);
    for (const event of events) folder.record(event);
    folder.close();
    const bytes = readFileSync(join(parent, 'metrics.jsonl'));
    for (let length = 0; length <= bytes.length; length++) {
      const whole = bytes.subarray(0, length).toString().split('\n').slice(0, -1);
      for (const line of whole) expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  test('with a run in it is refused and left as it is', () => {
    writeFileSync(join(parent, 'run.json'), 'precious');
    expect(() => claimRunFolder(parent)).toThrow(AdviceError);
    expect(() => RunFolder.create(parent, record)).toThrow(/holds a run already/);
    expect(readFileSync(join(parent, 'run.json'), 'utf8')).toBe('precious');
    expect(existsSync(join(parent, 'metrics.jsonl'))).toBe(false);
  });

  test('that can’t be made is refused with advice', () => {
    writeFileSync(join(parent, 'file'), '');
    expect(() => claimRunFolder(join(parent, 'file', 'run'))).toThrow(/can't be written to/);
  });
});
