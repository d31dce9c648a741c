import { describe, expect, test } from 'vitest';
import { EpochProgress } from '../../../src/engine/train/epochProgress';
import { RateMeter } from '../../../src/engine/train/rateMeter';
import { TelemetryBuffer } from '../../../src/engine/train/telemetryBuffer';

describe('images per second', () => {
  test('are those of the last second of training', () => {
    let now = 0;
    const meter = new RateMeter(() => now);
    meter.start();
    expect(meter.imagesPerSecond).toBe(0);
    for (let step = 0; step < 100; step++) {
      now += 50;
      meter.record(10);
    }
    expect(meter.imagesPerSecond).toBeCloseTo(200);
    for (let step = 0; step < 20; step++) {
      now += 100;
      meter.record(10);
    }
    expect(meter.imagesPerSecond).toBeCloseTo(100);
  });

  test('leave out pauses', () => {
    let now = 0;
    const meter = new RateMeter(() => now);
    meter.start();
    now += 100;
    expect(meter.record(10)).toBeCloseTo(0.1);
    now += 60_000;
    meter.start();
    now += 100;
    meter.record(10);
    expect(meter.imagesPerSecond).toBeCloseTo(100);
  });

  test('count a step of many seconds in full', () => {
    let now = 0;
    const meter = new RateMeter(() => now);
    meter.start();
    now += 10_000;
    meter.record(50);
    expect(meter.imagesPerSecond).toBeCloseTo(5);
  });
});

test('an epoch’s means weigh batches by their images', () => {
  const epoch = new EpochProgress();
  epoch.add({ loss: 1, metric: 0.5, finite: true, telemetry: null }, 64, 0.5);
  epoch.add({ loss: 4, metric: 0, finite: true, telemetry: null }, 32, 0.25);
  const { loss, metric, imagesPerSecond } = epoch.summary;
  expect(loss).toBeCloseTo(2);
  expect(metric).toBeCloseTo(1 / 3);
  expect(imagesPerSecond).toBeCloseTo(128);
});

describe('telemetry', () => {
  const sample = (step: number) => ({
    step,
    loss: step / 10,
    metric: 0.5,
    learningRate: 0.1,
    activationGradientNorms: Float32Array.of(step, step + 0.25),
    activationGradientRms: Float32Array.of(0, 0),
    activationMeans: Float32Array.of(1, 2),
    activationDeviations: Float32Array.of(1, 1),
    zeroShares: Float32Array.of(0, 0.5),
    weightGradientNorms: Float32Array.of(step + 0.5),
    weightNorms: Float32Array.of(1),
    updateRatios: Float32Array.of(Number.NaN),
  });

  test('is due at 30 Hz at most, and nothing is lost', () => {
    let now = 0;
    const buffer = new TelemetryBuffer(() => now);
    const steps: number[] = [];
    let sendings = 0;
    for (let step = 1; step <= 1000; step++) {
      now += 1;
      buffer.add(sample(step));
      if (!buffer.due) continue;
      sendings += 1;
      steps.push(...(buffer.take()?.steps ?? []));
    }
    steps.push(...(buffer.take()?.steps ?? []));
    expect(sendings).toBeLessThanOrEqual(30);
    expect(sendings).toBeGreaterThan(25);
    expect(steps).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
    expect(buffer.take()).toBeNull();
  });

  test('is step-major', () => {
    const buffer = new TelemetryBuffer(() => 0);
    buffer.add(sample(1));
    buffer.add(sample(2));
    const columns = buffer.take();
    expect(columns?.activationGradientNorms).toEqual(Float32Array.of(1, 1.25, 2, 2.25));
    expect(columns?.weightGradientNorms).toEqual(Float32Array.of(1.5, 2.5));
    expect(columns?.losses).toEqual(Float32Array.of(0.1, 0.2));
  });
});
