import { describe, expect, test } from 'vitest';
import { loadWasm } from '../../../src/engine/eager/loadWasm';
import { learningRateAt } from '../../../src/engine/train/schedule';
import { type Optimizer, optimizerDefaults } from '../../../src/network/graph/trainingSettings';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { noiseBatch } from '../cases/batches';
import { buildNetwork } from '../cases/buildNetwork';
import { eagerExecutor, graphExecutor } from '../cases/executors';
import { kinkDistance } from '../cases/kinkDistance';
import { mnistBatches } from '../cases/mnistBatches';
import { networks } from '../cases/networks';
import { residualNetwork } from '../cases/residualNetwork';
import { copyState, expectSameStep, withBoth } from './expectSameStep';

const both = { graph: graphExecutor(), eager: await eagerExecutor() };
/** ε is such that no element of a gradient is divided by itself: what rounding leaves of a zero would count as much. */
const optimizers: readonly Optimizer[] = [
  ...Object.values(optimizerDefaults).map(({ optimizer }) =>
    'epsilon' in optimizer ? { ...optimizer, epsilon: 1e-3 } : optimizer,
  ),
  { type: 'rmsprop', decay: 0.8, momentum: 0.7, epsilon: 1e-3 },
];

for (const [title, lines] of Object.entries(networks))
  test.each([1, 4])(`${title}: one step of a plain rate on a batch of %i`, (size) =>
    withBoth(both, buildNetwork(lines, { optimizer: { type: 'sgd' } }), (compared) => {
      expectSameStep(compared, noiseBatch([6, 5, 2], size, 5), { learningRate: 4096, step: 0 });
    }),
  );

describe('steps from equal stored state', () => {
  for (const optimizer of optimizers)
    for (const weightDecay of [0, 0.01])
      test(`${JSON.stringify(optimizer)}, weight decay ${weightDecay}, at each of 5 steps`, () => {
        const lines = networks['residual blocks with batch norm'] ?? [];
        withBoth(both, buildNetwork(lines, { optimizer, weightDecay }), (compared) => {
          for (let step = 0; step < 5; step++) {
            copyState(compared);
            const batch = noiseBatch([6, 5, 2], 8, 5, `batch ${step}`);
            expectSameStep(compared, batch, { learningRate: 0.01 / (step + 1), step });
          }
        });
      });

  for (const [title, document, learningRate] of [
    ['LeNet-5', lenet5.create(), 0.02],
    ['a small residual net of tanh with batch norm', residualNetwork('tanh'), 0.1],
  ] as const)
    test(`${title} at 50 points of a run on MNIST`, async () => {
      const batches = await mnistBatches({ ...document.training, batchSize: 32 }, 50);
      withBoth(both, document, (compared) => {
        expectToLearn(
          batches.map((batch, step) => {
            copyState(compared);
            return expectSameStep(compared, batch, { learningRate, step }).loss;
          }),
        );
      });
    });

  // Both round differently, by up to 1e−5 behind the batch norm of several layers. Where that carries an input of a
  // ReLU past 0 the true gradients of the two differ, and say nothing about their arithmetic: such batches are left out.
  test('a small residual net of ReLU with batch norm at 150 points of a run on MNIST', async () => {
    const document = residualNetwork('relu');
    const batches = await mnistBatches({ ...document.training, batchSize: 8 }, 400);
    const distanceOf = kinkDistance(await loadWasm(), document);
    withBoth(both, document, (compared) => {
      const losses: number[] = [];
      for (const batch of batches) {
        if (distanceOf(compared.reference.readWeights(), batch) < 2e-5) continue;
        copyState(compared);
        losses.push(expectSameStep(compared, batch, { learningRate: 0.1, step: losses.length }).loss);
        if (losses.length === 150) break;
      }
      expect(losses).toHaveLength(150);
      expectToLearn(losses);
    });
  });
});

/** The points of a run that gets somewhere: its last fifth against its first, for a batch's loss alone says little. */
function expectToLearn(losses: readonly number[]): void {
  const meanOf = (part: readonly number[]): number => part.reduce((sum, loss) => sum + loss, 0) / part.length;
  const fifth = losses.length / 5;
  expect(meanOf(losses.slice(-fifth))).toBeLessThan(0.8 * meanOf(losses.slice(0, fifth)));
}

/** The losses of 100 steps in each executor, from the same start on the same batches, each on its own from there. */
async function freeRun(
  seed: number,
): Promise<{ readonly gaps: readonly number[]; readonly accuracy: number }> {
  const { training, ...network } = lenet5.create();
  const document = { ...network, training: { ...training, seed } };
  const batches = await mnistBatches(document.training, 100);
  return withBoth(both, document, ({ reference, eager }) => {
    const gaps = batches.map((batch, step) => {
      const learningRate = learningRateAt(document.training, step, { stepsPerEpoch: 938, totalSteps: 4690 });
      const [expected, actual] = [reference, eager].map(
        (executor) => executor.step(batch, { learningRate, step, telemetry: false }).loss,
      );
      return Math.abs((actual ?? Number.NaN) - (expected ?? Number.NaN));
    });
    return { gaps, accuracy: eager.evaluate(batches[0] ?? noiseBatch([28, 28, 1], 8, 10)).metric };
  });
}

// Free runs part where rounding carries an input of a ReLU past 0 in one of them: of the seeds 1 to 8, 4 and 5 don't
// within 100 steps; on another processor it may be others. The steps above, from equal state, hold LeNet-5 to the same
// gradients with all seeds.
test('LeNet-5 that runs freely on MNIST has the same losses to 1e−3 over 100 steps', async () => {
  const runs: Awaited<ReturnType<typeof freeRun>>[] = [];
  for (const seed of [4, 5, 2, 3, 7, 1]) {
    const run = await freeRun(seed);
    expect(Math.max(...run.gaps.slice(0, 8))).toBeLessThan(1e-5);
    expect(run.accuracy).toBeGreaterThan(0.5);
    runs.push(run);
    if (runs.filter(isStable).length === 2) break;
  }
  expect(runs.filter(isStable)).toHaveLength(2);
});

function isStable({ gaps }: { readonly gaps: readonly number[] }): boolean {
  return gaps.length === 100 && Math.max(...gaps) < 1e-3;
}
