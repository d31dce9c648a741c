import { describe, expect, test } from 'vitest';
import type { Batch } from '../../src/engine/trainingExecutor';
import { type Optimizer, optimizerDefaults } from '../../src/network/graph/trainingSettings';
import { noiseBatch } from './cases/batches';
import { buildNetwork, type LayerLine } from './cases/buildNetwork';
import { type ExecutorKind, executorKinds, withExecutor } from './cases/executors';
import { expectClose } from './expectClose';
import { update64, type WeightState } from './float64/optimizers64';

const lines: readonly LayerLine[] = [
  { id: 'input', kind: 'input', config: { height: 4, width: 4, channels: 1 } },
  { id: 'conv', kind: 'conv2d', config: { filters: 3 } },
  { id: 'bn', kind: 'batchNorm' },
  { id: 'tanh', kind: 'tanh' },
  { id: 'flatten', kind: 'flatten' },
  { id: 'fc', kind: 'dense', config: { units: 4 } },
  { id: 'output', kind: 'output' },
];
const batches = Array.from({ length: 5 }, (_, index) => noiseBatch([4, 4, 1], 6, 4, `batch ${index}`));
const decaying = new Set(['conv/kernel', 'fc/kernel']);
/** Rates that change, so that a velocity that held steps instead of gradients would show. */
const rates = [0.02, 0.04, 0.01, 0.01, 0.005];

const optimizers: readonly Optimizer[] = [
  ...Object.values(optimizerDefaults).map(({ optimizer }) => optimizer),
  { type: 'rmsprop', decay: 0.8, momentum: 0.7, epsilon: 1e-3 },
  { type: 'adam', beta1: 0.8, beta2: 0.9, epsilon: 0.1 },
];

describe.each(await executorKinds())('$name', (kind) => {
  for (const optimizer of optimizers)
    for (const weightDecay of [0, 0.1])
      describe(`${JSON.stringify(optimizer)}, weight decay ${weightDecay}`, () => {
        const document = buildNetwork(lines, { optimizer, weightDecay });

        test('follows the written formula over five steps', () => {
          const { initial, after } = withExecutor(kind, document, (executor) => {
            const initial = executor.readWeights();
            for (const [step, batch] of batches.entries())
              executor.step(batch, { learningRate: rates[step] ?? 0, step, telemetry: step % 2 === 0 });
            return { initial, after: executor.readWeights() };
          });
          const states = new Map(
            [...initial].map(([name, values]): [string, WeightState] => [
              name,
              {
                weight: Float64Array.from(values),
                first: new Float64Array(values.length),
                second: new Float64Array(values.length),
              },
            ]),
          );
          for (const [step, batch] of batches.entries())
            for (const [name, gradient] of gradientsAt(kind, states, batch)) {
              const state = states.get(name);
              if (state === undefined) throw new Error(`${name} is not a weight.`);
              update64(state, gradient, {
                optimizer,
                learningRate: rates[step] ?? 0,
                weightDecay: decaying.has(name) ? weightDecay : 0,
                count: step + 1,
              });
            }
          for (const [name, { weight }] of states) {
            // A convolution's bias before batch norm has a true gradient of zero: what is computed is noise.
            if (name === 'conv/bias' || name.includes('/moving')) continue;
            const start = initial.get(name) ?? new Float32Array();
            const change = weight.map((value, index) => value - (start[index] ?? 0));
            const observed = (after.get(name) ?? start).map((value, index) => value - (start[index] ?? 0));
            expect(Math.hypot(...change), `change of ${name}`).toBeGreaterThan(1e-5);
            expectClose(observed, change, `change of ${name}`, 1e-3);
          }
        });

        test('goes on exactly from weights and state that were read and written', () =>
          withExecutor(kind, document, (original) => {
            for (const [step, batch] of batches.slice(0, 3).entries())
              original.step(batch, { learningRate: 0.01, step, telemetry: false });
            withExecutor(kind, document, (resumed) => {
              resumed.writeWeights(original.readWeights());
              resumed.writeOptimizerState(original.readOptimizerState());
              for (const [index, batch] of batches.slice(3).entries()) {
                const settings = { learningRate: 0.01, step: 3 + index, telemetry: false };
                expect(resumed.step(batch, settings)).toEqual(original.step(batch, settings));
              }
              expect(resumed.readWeights()).toEqual(original.readWeights());
              expect(resumed.readOptimizerState()).toEqual(original.readOptimizerState());
            });
          }));
      });
});

/** Gradients at the reference's weights: what a plain step of a large rate takes off them. */
function gradientsAt(
  kind: ExecutorKind,
  states: ReadonlyMap<string, WeightState>,
  batch: Batch,
): ReadonlyMap<string, Float64Array> {
  const learningRate = 65_536;
  return withExecutor(kind, buildNetwork(lines, { optimizer: { type: 'sgd' } }), (executor) => {
    const before = new Map([...states].map(([name, { weight }]) => [name, Float32Array.from(weight)]));
    executor.writeWeights(before);
    executor.step(batch, { learningRate, step: 0, telemetry: false });
    const after = executor.readWeights();
    return new Map(
      executor.weights.map(({ node, name }) => {
        const [start, end] = [before.get(`${node}/${name}`), after.get(`${node}/${name}`)];
        return [
          `${node}/${name}`,
          Float64Array.from(start ?? [], (value, index) => (value - (end?.[index] ?? 0)) / learningRate),
        ];
      }),
    );
  });
}
