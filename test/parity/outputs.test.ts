import { describe, expect, test } from 'vitest';
import type { TrainingExecutor } from '../../src/engine/trainingExecutor';
import type { NetworkDocument } from '../../src/network/graph/document';
import { noiseBatch } from './cases/batches';
import { buildNetwork, type LayerLine } from './cases/buildNetwork';
import { eagerExecutor, executorKinds, graphExecutor, withExecutor } from './cases/executors';
import { expectSameStep, withBoth } from './eager/expectSameStep';
import { expectClose } from './expectClose';

const batch = noiseBatch([6, 5, 2], 4, 5);
const settings = { learningRate: 0.1, step: 0, telemetry: true };

const trunk: readonly LayerLine[] = [
  { id: 'input', kind: 'input', config: { height: 6, width: 5, channels: 2 } },
  { id: 'conv', kind: 'conv2d', config: { filters: 4, useBias: false } },
  { id: 'tanh', kind: 'tanh' },
  { id: 'bn', kind: 'batchNorm' },
  { id: 'dropout', kind: 'dropout', config: { rate: 0.2 } },
  { id: 'flatten', kind: 'flatten' },
  { id: 'fc', kind: 'dense', config: { units: 5 } },
  { id: 'output', kind: 'output' },
];

/** The trunk with a head of batch norm and dropout, whose loss has this weight. */
function withHead(lossWeight: number): NetworkDocument {
  const head: readonly LayerLine[] = [
    { id: 'headConv', kind: 'conv2d', config: { filters: 3, kernelSize: [1, 1] }, from: ['bn'] },
    { id: 'headTanh', kind: 'tanh' },
    { id: 'headBn', kind: 'batchNorm', config: { momentum: 0.5 } },
    { id: 'headFlatten', kind: 'flatten' },
    { id: 'headDropout', kind: 'dropout', config: { rate: 0.5 } },
    { id: 'headFc', kind: 'dense', config: { units: 5 } },
    { id: 'head', kind: 'output', config: { lossWeight, metric: 'accuracy' } },
  ];
  return buildNetwork([...trunk, ...head]);
}

describe.each(await executorKinds())('$name', (kind) => {
  /** Loss and metric of a first step, with what the weights are then and the norms of their gradients by name. */
  function firstStep(document: NetworkDocument) {
    return withExecutor(kind, document, (executor) => {
      const { loss, metric, telemetry } = executor.step(batch, settings);
      const norms = executor.weights.map(({ node, name }, index): [string, number] => [
        `${node}/${name}`,
        telemetry?.weightGradientNorms[index] ?? Number.NaN,
      ]);
      return { loss, metric, norms: new Map(norms), weights: executor.readWeights() };
    });
  }

  test('a head of weight 0 changes no gradient of the trunk', () => {
    const alone = firstStep(buildNetwork(trunk));
    const beside = firstStep(withHead(0));
    expectClose([beside.loss], [alone.loss], 'loss', 1e-6);
    expect(beside.metric).toBe(alone.metric);
    for (const [name, norm] of alone.norms) expectClose([beside.norms.get(name) ?? 0], [norm], name, 1e-6);
    for (const [name, values] of alone.weights)
      expectClose(beside.weights.get(name) ?? [], values, name, 1e-6);
    expect(beside.norms.get('headFc/kernel')).toBe(0);
  });

  test('the loss and the gradients of a head are in proportion to its weight', () => {
    const [none, some, whole] = [firstStep(withHead(0)), firstStep(withHead(0.3)), firstStep(withHead(1))];
    expectClose([some.loss - none.loss], [0.3 * (whole.loss - none.loss)], 'loss');
    const ofHead = [...some.norms].filter(([name]) => name.startsWith('head'));
    expect(ofHead).toHaveLength(6);
    for (const [name, norm] of ofHead) expectClose([norm], [0.3 * (whole.norms.get(name) ?? 0)], name);
    expect(some.norms.get('conv/kernel')).not.toBe(none.norms.get('conv/kernel'));
  });

  test('a lone loss of weight 2 counts twice in training and in evaluation', () => {
    const twice = trunk.map((line) => (line.id === 'output' ? { ...line, config: { lossWeight: 2 } } : line));
    const [once, double] = [buildNetwork(trunk), buildNetwork(twice)].map((document) =>
      withExecutor(kind, document, (executor) => ({
        evaluated: executor.evaluate(batch).loss,
        trained: executor.step(batch, settings).loss,
      })),
    );
    expectClose([double?.evaluated ?? 0], [2 * (once?.evaluated ?? 0)], 'evaluated');
    expectClose([double?.trained ?? 0], [2 * (once?.trained ?? 0)], 'trained');
  });

  test('evaluation leaves a head out, and training moves its statistics', () => {
    const alone = withExecutor(kind, buildNetwork(trunk), (executor) => executor.evaluate(batch));
    withExecutor(kind, withHead(0.3), (executor) => {
      expect(executor.evaluate(batch)).toEqual(alone);
      const before = meanOf(executor);
      expect([...before]).toEqual([0, 0, 0]);
      executor.step(batch, settings);
      const after = meanOf(executor);
      expect(after.every((value) => Number.isFinite(value) && value !== 0)).toBe(true);
      executor.evaluate(batch);
      expect(meanOf(executor)).toEqual(after);
      executor.writeWeights(new Map([['headFc/kernel', new Float32Array(450).fill(Number.NaN)]]));
      expect(executor.evaluate(batch).loss).not.toBeNaN();
      expect(executor.findNonFinite(batch, 1)?.node).toBe('headFc');
    });
  });
});

test('both executors take the same steps with a head of batch norm and dropout', async () => {
  const both = { graph: graphExecutor(), eager: await eagerExecutor() };
  withBoth(both, withHead(0.3), (compared) => {
    for (let step = 0; step < 3; step++) expectSameStep(compared, batch, { learningRate: 0.05, step });
  });
});

function meanOf(executor: TrainingExecutor): Float32Array {
  return executor.readWeights().get('headBn/movingMean') ?? new Float32Array();
}
