import { describe, expect, test } from 'vitest';
import { GraphBuilder } from '../../src/engine/tensorflow/graph/graphBuilder';
import { fetchName } from '../../src/engine/tensorflow/graph/graphTensor';
import { openSession } from '../../src/engine/tensorflow/graphSession';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { DataType } from '../../src/engine/tensorflow/proto/dataType';
import { norms } from '../../src/engine/tensorflow/training/norms';
import { optimizerDefaults } from '../../src/network/graph/trainingSettings';
import { noiseBatch } from './cases/batches';
import { buildNetwork, type LayerLine } from './cases/buildNetwork';
import { executorKinds, withExecutor } from './cases/executors';
import { expectClose } from './expectClose';

const tensorflow = loadTensorFlow();
const lines: readonly LayerLine[] = [
  { id: 'input', kind: 'input', config: { height: 5, width: 5, channels: 1 } },
  { id: 'conv', kind: 'conv2d', config: { filters: 3 } },
  { id: 'tanh', kind: 'tanh' },
  { id: 'flatten', kind: 'flatten' },
  { id: 'fc', kind: 'dense', config: { units: 4 } },
  { id: 'output', kind: 'output' },
];
const batch = noiseBatch([5, 5, 1], 6, 4);

describe('norms are right over the whole range of float32', () => {
  const values = Float32Array.from({ length: 2000 }, (_, index) => Math.sin(index + 1));
  const length = Math.hypot(...values);
  const session = (() => {
    const graph = new GraphBuilder();
    const tensors = ['left', 'right'].map((name) => graph.placeholder(name, DataType.float, [-1, 40]));
    const fetch = fetchName(norms(graph, tensors));
    return {
      ...openSession(tensorflow.binding, graph.nodes),
      names: tensors.map(fetchName).join(','),
      fetch,
    };
  })();
  const normsOf = (...scales: readonly [number, number]): Float32Array => {
    const feeds = scales.map((scale) => ({ shape: [50, 40], values: values.map((value) => value * scale) }));
    return session.run(session.names, feeds, session.fetch)[0] ?? new Float32Array();
  };

  for (const scale of [1, 1e-5, 1e-12, 1e-13, 1e-18, 1e-22, 1e-30, 1e-36, 1e5, 1e15, 1e18, 1e20, 1e30, 1e35])
    test(`values of about ${scale}`, () => {
      expectClose([(normsOf(scale, 1)[0] ?? 0) / scale], [length], 'norm', 1e-5);
      expectClose([normsOf(1, scale)[0] ?? 0], [length], 'norm beside it', 1e-5);
    });
  test('an exact zero is zero', () => expect([...normsOf(0, 0)]).toEqual([0, 0]));
  test('NaN and infinity stay visible', () => {
    expect(normsOf(Number.NaN, 1)[0]).toBeNaN();
    expect(Number.isFinite(normsOf(Number.POSITIVE_INFINITY, 1)[0])).toBe(false);
    expectClose([normsOf(Number.NaN, 1)[1] ?? 0], [length], 'norm beside it', 1e-5);
  });
});

describe.each(await executorKinds())('$name', (kind) => {
  describe('the norms of weights and of their changes', () => {
    for (const { optimizer } of Object.values(optimizerDefaults))
      test(`${optimizer.type}: equal those computed from the weights before and after`, () =>
        withExecutor(kind, buildNetwork(lines, { optimizer, weightDecay: 0.01 }), (executor) => {
          for (let step = 0; step < 4; step++) {
            const before = executor.readWeights();
            const { telemetry } = executor.step(batch, { learningRate: 0.01, step, telemetry: true });
            const after = executor.readWeights();
            for (const [index, { node, name }] of executor.weights.entries()) {
              const [start, end] = [before.get(`${node}/${name}`), after.get(`${node}/${name}`)];
              const norm = Math.hypot(...(start ?? []));
              const change = Math.hypot(...(start ?? []).map((value, place) => value - (end?.[place] ?? 0)));
              const ratio = telemetry?.updateRatios[index] ?? 0;
              expectClose([telemetry?.weightNorms[index] ?? -1], [norm], `‖${node}/${name}‖`);
              if (norm < 1e-12) expect(ratio, `${node}/${name}`).toBeNaN();
              else expectClose([ratio], [change / norm], `‖Δ${node}/${name}‖/‖${node}/${name}‖`);
            }
          }
        }));

    test('the gradient is measured without weight decay', () => {
      const gradients = [0, 0.5].map((weightDecay) =>
        withExecutor(
          kind,
          buildNetwork(lines, { weightDecay }),
          (executor) =>
            executor.step(batch, { learningRate: 0.01, step: 0, telemetry: true }).telemetry
              ?.weightGradientNorms,
        ),
      );
      expect(gradients[0]).toEqual(gradients[1]);
    });

    test('a step asked for norms alone has no statistics of activations', () =>
      withExecutor(kind, buildNetwork(lines), (executor) => {
        const settings = { learningRate: 0, step: 0 };
        const all = executor.step(batch, { ...settings, telemetry: true }).telemetry;
        const norms = executor.step(batch, { ...settings, telemetry: 'norms' }).telemetry;
        expect(norms?.activationGradientNorms).toEqual(all?.activationGradientNorms);
        expect(norms?.updateRatios).toEqual(all?.updateRatios);
        for (const column of ['activationMeans', 'activationDeviations', 'zeroShares'] as const)
          expect([...(norms?.[column] ?? [])], column).toEqual(Array(lines.length).fill(Number.NaN));
      }));

    test('a measurement equals the step that it foretells, and changes nothing', () =>
      withExecutor(
        kind,
        buildNetwork(lines, { optimizer: { type: 'momentum', momentum: 0.9 } }),
        (executor) => {
          const before = [executor.readWeights(), executor.readOptimizerState()];
          const measured = executor.measure(batch, 0);
          expect([executor.readWeights(), executor.readOptimizerState()]).toEqual(before);
          const step = executor.step(batch, { learningRate: 0.1, step: 0, telemetry: true });
          const unmeasured = step.telemetry?.updateRatios.map(() => Number.NaN);
          expect(measured).toEqual({ ...step, telemetry: { ...step.telemetry, updateRatios: unmeasured } });
        },
      ));

    test('a step without telemetry has none', () =>
      withExecutor(kind, buildNetwork(lines), (executor) =>
        expect(executor.step(batch, { learningRate: 0.01, step: 0, telemetry: false }).telemetry).toBeNull(),
      ));
  });

  describe('mean, deviation and share of zeros of outputs', () => {
    const shape = [5, 5, 1] as const;
    const observed = (images: Float32Array, size: number) =>
      withExecutor(kind, buildNetwork(lines), (executor) => {
        const labels = new Int32Array(size);
        const { telemetry } = executor.measure({ images, labels, size }, 0);
        return [telemetry?.activationMeans[0], telemetry?.activationDeviations[0], telemetry?.zeroShares[0]];
      });
    const expected = (images: Float32Array) => {
      const mean = images.reduce((sum, value) => sum + value, 0) / images.length;
      const squares = images.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const zeros = images.filter((value) => value === 0).length;
      return [mean, Math.sqrt(squares / images.length), zeros / images.length];
    };
    const noise = noiseBatch(shape, 20, 4).images.map((value, place) => (place % 3 === 0 ? 0 : value));
    const perImage = 25;
    for (const size of [1, 4, 16, 20])
      test(`are those of the first 16 images of ${size}`, () => {
        const images = noise.slice(0, size * perImage);
        const [mean, deviation, zeros] = expected(images.slice(0, 16 * perImage));
        const [actualMean = 0, actualDeviation = 0, actualZeros = 0] = observed(images, size);
        expectClose([actualMean, actualDeviation], [mean ?? 0, deviation ?? 0], 'mean and deviation');
        expect(actualZeros).toBeCloseTo(zeros ?? 0, 6);
      });

    for (const [scale, offset] of [
      [1e-30, 0],
      [1e-20, 0],
      [1e20, 0],
      [1e30, 0],
      [1e-3, 1],
      [1e-3, -100],
    ] as const)
      test(`are right for values of size ${scale} about ${offset}`, () => {
        const images = noise.map((value) => offset + scale * value).slice(0, 16 * perImage);
        const [mean = 0, deviation = 0, zeros = 0] = expected(images.map((value) => value / scale));
        const [actualMean = 0, actualDeviation = 0, actualZeros = 0] = observed(images, 16);
        const coarseness = (2 ** -23 * Math.abs(offset)) / scale;
        expect(Math.abs(actualMean / scale - mean)).toBeLessThanOrEqual(1e-5 + coarseness);
        expect(Math.abs(actualDeviation / scale - deviation)).toBeLessThanOrEqual(
          1e-5 * deviation + coarseness,
        );
        expect(actualZeros).toBeCloseTo(zeros, 6);
      });

    test('of zeros are 0, 0 and 1', () => expect(observed(new Float32Array(100), 4)).toEqual([0, 0, 1]));
    test('of equal values are that value, 0 and 0', () => {
      const [mean = 0, deviation = 1, zeros] = observed(new Float32Array(100).fill(-10), 4);
      expect([mean, zeros]).toEqual([-10, 0]);
      expect(deviation).toBeLessThan(1e-5);
    });
    test('where one is NaN or infinite are not finite', () => {
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
        const images = Float32Array.from(noise.slice(0, 100));
        images[7] = value;
        const [mean = 0, deviation = 0] = observed(images, 4);
        expect([mean, deviation].some(Number.isFinite)).toBe(false);
      }
    });
  });

  test('a gradient that vanishes below float32’s squares is still measured', () =>
    withExecutor(
      kind,
      buildNetwork([
        { id: 'input', kind: 'input', config: { height: 5, width: 5, channels: 1 } },
        { id: 'flatten', kind: 'flatten' },
        { id: 'first', kind: 'dense', config: { units: 6 } },
        { id: 'second', kind: 'dense', config: { units: 6 } },
        { id: 'last', kind: 'dense', config: { units: 4 } },
        { id: 'output', kind: 'output' },
      ]),
      (executor) => {
        const scale = 2 ** -80;
        const weights = executor.readWeights();
        const gradient = (): number =>
          executor.step(batch, { learningRate: 1e-30, step: 0, telemetry: true }).telemetry
            ?.weightGradientNorms[0] ?? Number.NaN;
        // Softmax of all but equal logits: scaling the kernel behind a layer scales the layer's gradient.
        const shrunk = (power: number) =>
          new Map([
            ['last/kernel', (weights.get('last/kernel') ?? new Float32Array()).map((w) => w * power)],
          ]);
        executor.writeWeights(shrunk(2 ** -20));
        const reference = gradient();
        executor.writeWeights(shrunk(scale));
        expect(reference).toBeGreaterThan(0);
        expectClose([gradient() / scale], [reference / 2 ** -20], 'gradient', 1e-4);
      },
    ));
});
