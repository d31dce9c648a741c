import { describe, expect, test } from 'vitest';
import type { Batch, TrainingExecutor } from '../../src/engine/trainingExecutor';
import { noiseBatch } from './cases/batches';
import { buildNetwork, type LayerLine } from './cases/buildNetwork';
import { executorKinds, withExecutor } from './cases/executors';

const lines: readonly LayerLine[] = [
  { id: 'input', kind: 'input', config: { height: 5, width: 5, channels: 1 } },
  { id: 'conv1', kind: 'conv2d', config: { filters: 3 } },
  { id: 'bn', kind: 'batchNorm' },
  { id: 'conv2', kind: 'conv2d', config: { filters: 3 } },
  { id: 'flatten', kind: 'flatten' },
  { id: 'fc', kind: 'dense', config: { units: 4 } },
  { id: 'output', kind: 'output' },
];
const batch = noiseBatch([5, 5, 1], 6, 4);
const settings = { learningRate: 0.1, step: 0, telemetry: false };

/** Puts one value into a weight. */
function spoil(executor: TrainingExecutor, name: string, value: number): void {
  const values = executor.readWeights().get(name) ?? new Float32Array();
  values[0] = value;
  executor.writeWeights(new Map([[name, values]]));
}

describe.each(await executorKinds())('$name', (kind) => {
  describe('a step that is not finite', () => {
    for (const telemetry of [false, true])
      test(`changes nothing${telemetry ? ', with telemetry' : ''}`, () =>
        withExecutor(kind, buildNetwork(lines), (executor) => {
          expect(executor.step(batch, { ...settings, telemetry }).finite).toBe(true);
          spoil(executor, 'conv2/kernel', Number.NaN);
          const [weights, state] = [executor.readWeights(), executor.readOptimizerState()];
          const result = executor.step(batch, { ...settings, step: 1, telemetry });
          expect(result.loss).toBeNaN();
          expect(result.finite).toBe(false);
          expect(executor.readWeights()).toEqual(weights);
          expect(executor.readOptimizerState()).toEqual(state);
          expect(executor.findNonFinite(batch, 1)).toEqual({
            node: 'conv2',
            direction: 'forward',
            value: 'NaN',
          });
        }));

    test('training goes on once the cause is gone', () =>
      withExecutor(kind, buildNetwork(lines), (executor) => {
        const healthy = executor.readWeights();
        spoil(executor, 'fc/bias', Number.NaN);
        expect(executor.step(batch, settings).finite).toBe(false);
        executor.writeWeights(healthy);
        expect(executor.step(batch, settings).finite).toBe(true);
        expect(executor.readWeights()).not.toEqual(healthy);
      }));
  });

  describe('the place where a value stopped being finite', () => {
    const finds = (change: (executor: TrainingExecutor) => void, on: Batch = batch) =>
      withExecutor(kind, buildNetwork(lines), (executor) => {
        change(executor);
        return executor.findNonFinite(on, 0);
      });

    test('none, where all values are finite', () => expect(finds(() => {})).toBeNull());
    test('the first layer in forward order', () =>
      expect(finds((executor) => spoil(executor, 'fc/bias', Number.POSITIVE_INFINITY))).toEqual({
        node: 'fc',
        direction: 'forward',
        value: 'Infinity',
      }));
    test('the images themselves', () => {
      const images = batch.images.map((value, index) => (index === 7 ? Number.NaN : value));
      expect(finds(() => {}, { ...batch, images })).toEqual({
        node: 'input',
        direction: 'forward',
        value: 'NaN',
      });
    });

    test('the last layer in backward order, where the forward pass is finite', () =>
      withExecutor(
        kind,
        buildNetwork([
          { id: 'input', kind: 'input', config: { height: 5, width: 5, channels: 1 } },
          { id: 'flatten', kind: 'flatten' },
          { id: 'fc1', kind: 'dense', config: { units: 3 } },
          { id: 'sigmoid', kind: 'sigmoid' },
          { id: 'fc2', kind: 'dense', config: { units: 3 } },
          { id: 'fc3', kind: 'dense', config: { units: 4 } },
          { id: 'output', kind: 'output' },
        ]),
        (executor) => {
          const fill = (name: string, value: number) =>
            executor.writeWeights(
              new Map([[name, new Float32Array(executor.readWeights().get(name)?.length ?? 0).fill(value)]]),
            );
          // The forward pass cancels (3e38 times zero); backwards, large kernels multiply beyond float32.
          fill('fc1/bias', -200);
          fill('fc2/kernel', 1e30);
          const kernel = executor.readWeights().get('fc3/kernel') ?? new Float32Array();
          executor.writeWeights(
            new Map([['fc3/kernel', kernel.map((_, index) => (index % 4 === 0 ? 1e30 : 0))]]),
          );
          const result = executor.step(batch, settings);
          expect(Number.isFinite(result.loss)).toBe(true);
          expect(result.finite).toBe(false);
          expect(executor.findNonFinite(batch, 0)).toMatchObject({ node: 'sigmoid', direction: 'backward' });
        },
      ));
  });
});
