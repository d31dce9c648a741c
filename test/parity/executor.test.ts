import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import type { TrainingExecutor } from '../../src/engine/trainingExecutor';
import type { NetworkDocument } from '../../src/network/graph/document';
import { lenet5 } from '../../src/network/templates/lenet5';
import { noiseBatch } from './cases/batches';
import { buildNetwork, type LayerLine } from './cases/buildNetwork';
import { executorKinds, graphExecutor, withExecutor } from './cases/executors';
import { lossSeries } from './cases/lossSeries';

const tensorflow = loadTensorFlow();
const kinds = await executorKinds();
const lines: readonly LayerLine[] = [
  { id: 'input', kind: 'input', config: { height: 6, width: 6, channels: 2 } },
  { id: 'conv', kind: 'conv2d', config: { filters: 4 } },
  { id: 'bn', kind: 'batchNorm' },
  { id: 'relu', kind: 'relu' },
  { id: 'dropout', kind: 'dropout', config: { rate: 0.4 } },
  { id: 'flatten', kind: 'flatten' },
  { id: 'fc1', kind: 'dense', config: { units: 8 } },
  { id: 'dropout2', kind: 'dropout' },
  { id: 'fc2', kind: 'dense', config: { units: 5 } },
  { id: 'output', kind: 'output' },
];
const batch = noiseBatch([6, 6, 2], 16, 5);
const settings = { learningRate: 0.05, step: 0, telemetry: false };

function losses(executor: TrainingExecutor, steps = 12): number[] {
  return Array.from(
    { length: steps },
    (_, step) => executor.step(batch, { ...settings, step, telemetry: step % 3 === 0 }).loss,
  );
}

describe.each(kinds)('$name', (kind) => {
  describe('the same seed gives the same numbers', () => {
    const series = (document: NetworkDocument): number[] => withExecutor(kind, document, (it) => losses(it));

    test('in two executors of one process, bit for bit', () => {
      expect(series(buildNetwork(lines))).toEqual(series(buildNetwork(lines)));
    });

    test('in other processes, bit for bit', () => {
      const program = fileURLToPath(new URL('./cases/printLossSeries.mjs', import.meta.url));
      const printed: unknown = JSON.parse(
        execFileSync(process.execPath, [program, kind.name], { encoding: 'utf8' }),
      );
      expect(printed).toEqual(lossSeries(kind));
    });

    test('and another seed gives others', () => {
      expect(series(buildNetwork(lines, { seed: 2 }))).not.toEqual(series(buildNetwork(lines)));
    });

    test('whether norms are measured or not', () => {
      const [silent, measured] = ([false, 'norms'] as const).map((telemetry) =>
        withExecutor(kind, buildNetwork(lines), (executor) =>
          Array.from(
            { length: 12 },
            (_, step) => executor.step(batch, { ...settings, telemetry, step }).loss,
          ),
        ),
      );
      expect(measured).toEqual(silent);
    });

    test('but for the last bits where statistics of outputs are measured, which TensorFlow can then not pass over', () => {
      const silent = withExecutor(kind, buildNetwork(lines), (executor) =>
        Array.from({ length: 12 }, (_, step) => executor.step(batch, { ...settings, step }).loss),
      );
      for (const [step, loss] of series(buildNetwork(lines)).entries())
        expect(Math.abs(loss / (silent[step] ?? Number.NaN) - 1)).toBeLessThan(1e-5);
    });

    test('dropout draws another mask at each step, and the same one at the same step', () =>
      withExecutor(kind, buildNetwork(lines), (executor) => {
        const at = (step: number): number =>
          executor.step(batch, { learningRate: 1e-30, step, telemetry: false }).loss;
        expect(at(1)).not.toBe(at(0));
        expect(at(0)).toBe(at(0));
      }));
  });

  describe('memory', () => {
    test('no tensor is left behind by any call', () =>
      withExecutor(kind, buildNetwork(lines), (executor) => {
        losses(executor, 2);
        const before = kind.livingTensors();
        losses(executor, 30);
        executor.evaluate(batch);
        executor.findNonFinite(batch, 0);
        executor.writeWeights(executor.readWeights());
        executor.writeOptimizerState(executor.readOptimizerState());
        expect(() => executor.step({ ...batch, size: 3 }, settings)).toThrow();
        expect(kind.livingTensors()).toEqual(before);
      }));

    test('arrays that were written or read do not change under training', () =>
      withExecutor(kind, buildNetwork(lines), (executor) => {
        const written = new Map(
          [...executor.readWeights()].map(([name, { length }]) => [
            name,
            new Float32Array(length).fill(0.01),
          ]),
        );
        executor.writeWeights(written);
        const read = executor.readWeights();
        losses(executor, 3);
        for (const values of [...written.values(), ...read.values()])
          expect(new Set(values)).toEqual(new Set([Math.fround(0.01)]));
      }));

    // Variables that hold arrays of JavaScript's end the process sooner or later: the more rounds, the likelier.
    test('weights and state can be handed over hundreds of times', () => {
      const rounds = kind.name === 'TensorFlow graph' ? 400 : 20;
      withExecutor(kind, buildNetwork(lines), (giver) =>
        withExecutor(kind, buildNetwork(lines), (taker) => {
          for (let round = 0; round < rounds; round++) {
            taker.writeWeights(giver.readWeights());
            taker.writeOptimizerState(giver.readOptimizerState());
            const one = { learningRate: 1e-3, step: round, telemetry: round % 2 === 0 };
            expect(taker.step(batch, one).loss).toBe(giver.step(batch, one).loss);
          }
        }),
      );
    });

    test('weights that are left out of a writing keep their values', () =>
      withExecutor(kind, buildNetwork(lines), (executor) => {
        const before = executor.readWeights();
        executor.writeWeights(new Map([['fc2/bias', Float32Array.of(1, 2, 3, 4, 5)]]));
        const after = new Map(executor.readWeights());
        expect(after.get('fc2/bias')).toEqual(Float32Array.of(1, 2, 3, 4, 5));
        after.delete('fc2/bias');
        expect(after).toEqual(new Map([...before].filter(([name]) => name !== 'fc2/bias')));
      }));

    test('a weight of another size is refused by name', () =>
      withExecutor(kind, buildNetwork(lines), (executor) =>
        expect(() => executor.writeWeights(new Map([['fc2/bias', new Float32Array(4)]]))).toThrow(
          /fc2\/bias/,
        ),
      ));
  });

  test('evaluation and inspection change neither weights nor optimizer state', () =>
    withExecutor(kind, buildNetwork(lines), (executor) => {
      losses(executor, 2);
      const [weights, state] = [executor.readWeights(), executor.readOptimizerState()];
      executor.evaluate(batch);
      executor.findNonFinite(batch, 2);
      expect(executor.readWeights()).toEqual(weights);
      expect(executor.readOptimizerState()).toEqual(state);
    }));

  test('a step changes every weight and every moving statistic', () =>
    withExecutor(kind, buildNetwork(lines), (executor) => {
      const before = executor.readWeights();
      losses(executor, 2);
      for (const [name, values] of executor.readWeights()) expect(values, name).not.toEqual(before.get(name));
    }));

  test('LeNet-5 learns a batch by heart', () =>
    withExecutor(kind, lenet5.create(), (executor) => {
      const digits = noiseBatch([28, 28, 1], 32, 10);
      const first = executor.step(digits, settings);
      for (let step = 1; step < 60; step++)
        executor.step(digits, { learningRate: 0.02, step, telemetry: false });
      const last = executor.evaluate(digits);
      expect(first.loss).toBeGreaterThan(1.5);
      expect(last.loss).toBeLessThan(0.1);
      expect(last.metric).toBe(1);
    }));
});

test('a disposed executor leaves no graph behind, also when disposed twice', () => {
  const before = tensorflow.binding.getNumOfSavedModels();
  withExecutor(graphExecutor(), buildNetwork(lines), (executor) => executor.dispose());
  expect(tensorflow.binding.getNumOfSavedModels()).toBe(before);
});
