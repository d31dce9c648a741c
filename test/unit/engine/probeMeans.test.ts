import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProbeMeans } from '../../../src/engine/probe/probeMeans';
import { imagesPerProbeBatch } from '../../../src/engine/probe/probeSize';
import type { StepTelemetry } from '../../../src/engine/trainingExecutor';

const measured = (norm: number): StepTelemetry => ({
  activationGradientNorms: Float32Array.of(norm, Number.NaN),
  activationGradientRms: Float32Array.of(norm, Number.NaN),
  activationMeans: Float32Array.of(0, 0),
  activationDeviations: Float32Array.of(1, 1),
  zeroShares: Float32Array.of(0, 0),
  weightGradientNorms: Float32Array.of(norm),
  weightNorms: Float32Array.of(norm),
  updateRatios: Float32Array.of(0),
});

function meanOf(norms: readonly number[]): number {
  const means = new ProbeMeans();
  for (const norm of norms) means.add(measured(norm));
  return means.norms('activationGradientNorms')[0] ?? Number.NaN;
}

const norm = fc.double({ min: 1e-30, max: 1e30, noNaN: true }).map(Math.fround);

test('the mean of norms lies between them, and scales with them', () => {
  fc.assert(
    fc.property(fc.array(norm, { minLength: 1, maxLength: 9 }), (norms) => {
      const mean = meanOf(norms);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...norms) * (1 - 1e-5));
      expect(mean).toBeLessThanOrEqual(Math.max(...norms) * (1 + 1e-5));
      expect(meanOf(norms.map((value) => value / 4)) / mean).toBeCloseTo(0.25, 4);
    }),
  );
});

test('a norm that was 0 once is 0; one that is undefined stays so', () => {
  expect(meanOf([1e-3, 0, 1e-3])).toBe(0);
  expect(meanOf([1, Number.NaN])).toBeNaN();
});

test('statistics of activations have the arithmetic mean', () => {
  const means = new ProbeMeans();
  for (const share of [0, 0.5, 1]) means.add({ ...measured(1), zeroShares: Float32Array.of(share, 1) });
  expect([...means.statistics('zeroShares')]).toEqual([0.5, 1]);
});

test('a batch of a probe is no larger than the project’s, and never so small that its statistics are chance', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), fc.integer({ min: 1, max: 512 }), (macs, batchSize) => {
      const images = imagesPerProbeBatch(macs, batchSize);
      expect(images).toBeLessThanOrEqual(Math.min(64, batchSize));
      expect(images).toBeGreaterThanOrEqual(Math.min(8, batchSize));
    }),
  );
});
