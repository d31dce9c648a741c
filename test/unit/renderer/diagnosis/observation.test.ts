import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import type { DatasetReference } from '../../../../src/network/datasets/datasetReference';
import { findTemplate } from '../../../../src/network/templates/templates';
import { observe } from '../../../../src/renderer/diagnosis/observation';
import { shallowerRun } from '../../../../src/renderer/diagnosis/shallowerRun';
import { type Run, startRun } from '../../../../src/renderer/training/run';
import type { RunPhase } from '../../../../src/renderer/training/runPhase';
import { lenetOrder, startedEvent, telemetryEvent } from '../training/engineEvents';

const running: RunPhase = { status: 'running' };
const order = lenetOrder();

function measured(steps: readonly number[]): Run {
  const run = startRun(order, startedEvent('run-1'));
  run.log.append(telemetryEvent('run-1', steps));
  return run;
}

function observed(run: Run, phase = running) {
  const observation = observe({ run, phase, latest: null });
  if (observation === null) throw new Error('nothing was observed');
  return observation;
}

describe('what is observed of a run', () => {
  it('is nothing before its first sample', () => {
    expect(observe({ run: startRun(order, startedEvent('run-1')), phase: running, latest: null })).toBeNull();
  });

  it('ends with the last step, begins with the first, and goes up, however many there are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 600 }),
        (given) => {
          const steps = given.toSorted((left, right) => left - right);
          const { snapshots, course } = observed(measured(steps));
          const seen = snapshots.map(({ step }) => step);
          expect(seen).toEqual([...new Set(seen)].toSorted((left, right) => left - right));
          expect([seen[0], seen.at(-1)]).toEqual([steps[0], steps.at(-1)]);
          expect(course.steps.at(-1)).toBe(steps.at(-1));
          expect(course.losses).toHaveLength(course.steps.length);
          expect(course.learningRates).toHaveLength(course.steps.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has each layer’s norm at its step, and the depth of those with a kernel', () => {
    const [, last] = observed(measured([1, 5])).snapshots;
    const conv1 = last?.nodes.find(({ id }) => id === 'conv1');
    expect(conv1).toMatchObject({ label: 'conv1', kind: 'conv2d', depth: 1, gradientNorm: 50 });
    expect(conv1).toMatchObject({ activationMean: 6, zeroShare: 0.25 });
    expect(last?.nodes.find(({ id }) => id === 'input')).toMatchObject({
      depth: null,
      gradientNorm: Number.NaN,
    });
    expect(last?.weights[0]).toMatchObject({ node: 'conv1', name: 'kernel', gradientNorm: 5, norm: 2 });
  });

  it('names the layer where a run diverged', () => {
    const phase: RunPhase = { status: 'ended', reason: 'diverged', message: 'NaN in fc3', node: 'fc3' };
    expect(observed(measured([1]), phase).nonFinite).toMatchObject({ node: 'fc3', message: 'NaN in fc3' });
    expect(observed(measured([1])).nonFinite).toBeNull();
  });

  it('holds a run against one with fewer layers of the same kinds on the same data, and against no other', () => {
    const plain = (depth: number, dataset: DatasetReference = { type: 'mnist' }) => {
      const made = findTemplate(`plain-${depth}-cifar`)?.create({ input: 28, channels: 1 });
      if (made === undefined) throw new Error(`there is no plain-${depth}-cifar`);
      const document = { ...made, training: { ...made.training, dataset } };
      const nodes = document.nodes.map(({ id, label }) => ({ id, label, outputShape: [1] }));
      const started = startedEvent('run-1', { nodes, weights: [] });
      const epoch = { epoch: 1, loss: 0.5, metric: 0.8, validationLoss: null, validationMetric: null };
      return {
        ...startRun({ document, analysis: analyse(document) }, started),
        epochs: [{ ...epoch, step: 468, imagesPerSecond: 1000, seconds: 60 }],
      };
    };
    expect(shallowerRun(plain(32), plain(20))).toMatchObject({
      layers: 20,
      epochs: [{ epoch: 1, loss: 0.5 }],
    });
    expect(shallowerRun(plain(20), plain(32))).toBeNull();
    expect(shallowerRun(plain(20), plain(20))).toBeNull();
    expect(shallowerRun(plain(32), plain(20, { type: 'fashion-mnist' }))).toBeNull();
    expect(shallowerRun(plain(32), { ...plain(20), epochs: [] })).toBeNull();
  });
});
