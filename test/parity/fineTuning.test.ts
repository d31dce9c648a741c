import { describe, expect, test } from 'vitest';
import { trainedLayers } from '../../src/engine/execution/trainedLayers';
import { trainingGraph } from '../../src/engine/tensorflow/training/trainingGraph';
import type { TrainingExecutor } from '../../src/engine/trainingExecutor';
import { analyse } from '../../src/network/analysis/analyse';
import type { LayerNode, NetworkDocument } from '../../src/network/graph/document';
import { optimizerDefaults } from '../../src/network/graph/trainingSettings';
import { layerKinds } from '../../src/network/layers/registry';
import { lenet5 } from '../../src/network/templates/lenet5';
import { noiseBatch } from './cases/batches';
import { buildNetwork, type LayerLine } from './cases/buildNetwork';
import { eagerExecutor, graphExecutor, withExecutor } from './cases/executors';
import { casesOf } from './cases/layerCases';
import { networkAround } from './cases/networkAround';
import { expectSameStep, withBoth } from './eager/expectSameStep';

const both = { graph: graphExecutor(), eager: await eagerExecutor() };
const kinds = [both.graph, both.eager];

type Learning = Pick<LayerNode, 'frozen' | 'learningRateFactor'>;

function learning(document: NetworkDocument, layers: Readonly<Record<string, Learning>>): NetworkDocument {
  return { ...document, nodes: document.nodes.map((node) => ({ ...node, ...layers[node.id] })) };
}

/** The values of one layer, by weight. */
function valuesOf(executor: TrainingExecutor, node: string): ReadonlyMap<string, Float32Array> {
  return new Map([...executor.readWeights()].filter(([name]) => name.startsWith(`${node}/`)));
}

const withWeights = layerKinds.flatMap((kind) =>
  casesOf(kind)
    .filter((layerCase) => {
      const { nodes } = analyse(networkAround(kind, layerCase, {}));
      return (nodes.get('layer')?.trainable ?? 0) > 0;
    })
    .slice(0, 2)
    .map((layerCase) => [`${kind.kind}: ${layerCase.title}`, kind, layerCase] as const),
);

test('there are kinds with weights to freeze', () => expect(withWeights.length).toBeGreaterThan(10));

describe('frozen, a layer of any kind keeps what it holds while the others learn, alike in both executors', () => {
  test.each(withWeights)('%s', (_title, kind, layerCase) => {
    const plain = networkAround(kind, layerCase, { optimizer: { type: 'sgd' }, seed: 4, weightDecay: 0.1 });
    const document = learning(plain, { layer: { frozen: true }, classes: { learningRateFactor: 0.25 } });
    withBoth(both, document, (compared) => {
      const { reference } = compared;
      const imageShape = reference.nodes[0]?.outputShape ?? [];
      const classes = reference.nodes.at(-1)?.outputShape[0] ?? 0;
      const before = valuesOf(reference, 'layer');
      expect(before.size).toBeGreaterThan(0);
      expect(reference.weights.filter(({ node }) => node === 'layer')).toEqual([]);
      const others = reference.weights.map(({ node, name }) => `${node}/${name}`);
      const start = reference.readWeights();
      expectSameStep(compared, noiseBatch(imageShape, 3, classes), { learningRate: 0.5, step: 2 });
      for (const executor of Object.values(compared)) {
        expect(valuesOf(executor, 'layer')).toEqual(before);
        const after = executor.readWeights();
        expect(others.some((name) => !equal(after.get(name), start.get(name)))).toBe(true);
      }
    });
  });
});

function equal(left: Float32Array | undefined, right: Float32Array | undefined): boolean {
  return left !== undefined && right !== undefined && left.every((value, at) => value === right[at]);
}

const lines: readonly LayerLine[] = [
  { id: 'input', kind: 'input', config: { height: 6, width: 6, channels: 2 } },
  { id: 'pad', kind: 'zeroPad2d' },
  { id: 'conv1', kind: 'conv2d', config: { filters: 4 } },
  { id: 'bn1', kind: 'batchNorm' },
  { id: 'relu1', kind: 'relu' },
  { id: 'conv2', kind: 'conv2d', config: { filters: 4 } },
  { id: 'bn2', kind: 'batchNorm' },
  { id: 'flatten', kind: 'flatten' },
  { id: 'fc', kind: 'dense', config: { units: 5 } },
  { id: 'output', kind: 'output' },
];
const batch = noiseBatch([6, 6, 2], 8, 5);
const body = { conv1: { frozen: true }, bn1: { frozen: true } };

describe.each(kinds)('$name', (kind) => {
  test('a frozen batch norm normalises with its moving statistics, as outside of training', () => {
    const all = { ...body, conv2: { frozen: true }, bn2: { frozen: true } };
    withExecutor(kind, learning(buildNetwork(lines), all), (executor) => {
      const statistics = new Map(
        [...executor.readWeights()].flatMap(([name, values]): [string, Float32Array][] =>
          /moving/.test(name) ? [[name, values.map((value, at) => value + 0.1 * (at + 1))]] : [],
        ),
      );
      executor.writeWeights(statistics);
      const { loss } = executor.evaluate(batch);
      expect(executor.step(batch, { learningRate: 0.1, step: 0, telemetry: false }).loss).toBeCloseTo(
        loss,
        5,
      );
      for (const [name, values] of statistics) expect(executor.readWeights().get(name)).toEqual(values);
    });
  });

  test('gradients are measured from the lowest layer that learns on, and are those of the whole network', () => {
    const measured = (document: NetworkDocument) =>
      withExecutor(kind, document, (executor) => {
        const { telemetry } = executor.measure(batch, 0);
        return new Map(
          executor.nodes.map(({ id }, at) => [id, telemetry?.activationGradientNorms[at] ?? Number.NaN]),
        );
      });
    const frozen = measured(learning(buildNetwork(lines), { conv1: { frozen: true } }));
    const whole = measured(buildNetwork(lines));
    for (const [id, norm] of frozen)
      if (['input', 'pad', 'conv1'].includes(id)) expect(norm, id).toBeNaN();
      else expect(norm, id).toBeCloseTo(whole.get(id) ?? Number.NaN, 5);
    expect([...whole].filter(([, norm]) => Number.isNaN(norm)).map(([id]) => id)).toEqual(['input']);
  });

  test.each(Object.values(optimizerDefaults))(
    'a learning-rate factor is a learning rate of its own: $optimizer.type',
    ({ optimizer }) => {
      const training = { optimizer, weightDecay: 0.01 };
      const all = Object.fromEntries(lines.map(({ id }) => [id, { learningRateFactor: 0.5 }]));
      const run = (document: NetworkDocument, learningRate: number) =>
        withExecutor(kind, document, (executor) => {
          for (let step = 0; step < 3; step++)
            executor.step(batch, { learningRate, step, telemetry: step === 1 });
          return executor.readWeights();
        });
      const halved = run(learning(buildNetwork(lines, training), all), 0.02);
      expect(halved).toEqual(run(buildNetwork(lines, training), 0.01));
      expect(halved).not.toEqual(run(buildNetwork(lines, training), 0.02));
    },
  );

  test('what a frozen layer holds can be looked at, and has no gradient', () =>
    withExecutor(kind, learning(buildNetwork(lines), body), (executor) => {
      for (const node of ['conv1', 'bn1']) {
        const { output, weights } = executor.inspect(batch, 0, node);
        expect(output.length).toBeGreaterThan(0);
        const held = valuesOf(executor, node);
        expect(weights.map(({ name }) => `${node}/${name}`)).toEqual([...held.keys()]);
        for (const { name, values, gradient } of weights) {
          expect(values).toEqual(held.get(`${node}/${name}`));
          expect(gradient).toBeNull();
        }
      }
      expect(executor.inspect(batch, 0, 'fc').weights.map(({ gradient }) => gradient?.length)).toEqual([
        1280, 5,
      ]);
    }));

  test('the optimizer keeps nothing for frozen layers, and what it keeps can be handed over', () =>
    withExecutor(kind, learning(buildNetwork(lines, optimizerDefaults.adam), body), (giver) => {
      giver.step(batch, { learningRate: 0.01, step: 0, telemetry: false });
      const state = giver.readOptimizerState();
      expect([...state.keys()].filter((name) => /^(conv1|bn1)\//.test(name))).toEqual([]);
      const document = learning(buildNetwork(lines, optimizerDefaults.adam), body);
      withExecutor(kind, document, (taker) => {
        taker.writeWeights(giver.readWeights());
        taker.writeOptimizerState(state);
        const next = { learningRate: 0.01, step: 1, telemetry: false };
        expect(taker.step(batch, next).loss).toBe(giver.step(batch, next).loss);
      });
    }));
});

test('a network without frozen layers and factors is compiled to the graph that it always was', () => {
  const document = lenet5.create();
  const said = learning(
    document,
    Object.fromEntries(document.nodes.map(({ id }) => [id, { frozen: false, learningRateFactor: 1 }])),
  );
  const graphOf = (of: NetworkDocument) =>
    trainingGraph(trainedLayers(of, analyse(of)), of.training, true).nodes;
  expect(graphOf(said)).toEqual(graphOf(document));
  const ops = graphOf(learning(document, { conv1: { frozen: true } })).map(({ op }) => op);
  expect(ops.filter((op) => op === 'Conv2DBackpropFilter')).toHaveLength(1);
  expect(ops).not.toContain('Conv2DBackpropInput');
  expect(graphOf(document).map(({ op }) => op)).toContain('Conv2DBackpropInput');
});
