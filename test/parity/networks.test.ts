import { describe, expect, test } from 'vitest';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../src/engine/tensorflow/tensorFlowExecutor';
import { analyse } from '../../src/network/analysis/analyse';
import { noiseBatch } from './cases/batches';
import { buildNetwork } from './cases/buildNetwork';
import { networks } from './cases/networks';
import { expectClose } from './expectClose';
import { type Array64, array64 } from './float64/array64';
import { gradient } from './float64/finiteDifference';
import { runFloat64 } from './float64/float64Network';

const tensorflow = loadTensorFlow();
const [size, classes, shape] = [3, 5, [6, 5, 2]];
const batch = noiseBatch(shape, size, classes);
const images: Array64 = { shape: [size, ...shape], values: Float64Array.from(batch.images) };

/** Large, so that W − W′ = η g holds g to nearly all its digits. */
const learningRate = 4096;

for (const [title, lines] of Object.entries(networks))
  describe(title, () => {
    const document = buildNetwork(lines, { optimizer: { type: 'sgd' } });
    const analysis = analyse(document);
    const withExecutor = <Result>(
      use: (executor: ReturnType<typeof createTensorFlowExecutor>, weights: Map<string, Array64>) => Result,
    ): Result => {
      const executor = createTensorFlowExecutor(tensorflow, document, analysis);
      try {
        return use(executor, weightsOf(executor.readWeights()));
      } finally {
        executor.dispose();
      }
    };
    const weightsOf = (values: ReadonlyMap<string, Float32Array>): Map<string, Array64> => {
      const shapes = new Map(
        [...analysis.nodes].flatMap(([node, { weights }]) =>
          weights.map((weight): [string, readonly number[]] => [`${node}/${weight.name}`, weight.shape]),
        ),
      );
      return new Map(
        [...values].map(([name, flat]) => [
          name,
          array64(shapes.get(name) ?? [], (index) => flat[index] ?? Number.NaN),
        ]),
      );
    };

    test('every layer has a shape', () => {
      for (const { outputShape } of analysis.nodes.values()) expect(outputShape).not.toBeNull();
    });

    test('loss, metric and every weight gradient equal the reference', () =>
      withExecutor((executor, weights) => {
        const statistics: Array64[] = [];
        const reference = runFloat64(document, analysis, weights, images, batch.labels, {
          training: true,
          movedStatistics: statistics,
        });
        const result = executor.step(batch, { learningRate, step: 0, telemetry: true });
        expectClose([result.loss], [reference.loss], 'loss');
        expectClose([result.metric], [reference.metric], 'metric');
        const after = executor.readWeights();
        for (const [index, { node, name }] of executor.weights.entries()) {
          const weight = weights.get(`${node}/${name}`) ?? array64([0]);
          const known = upTo(node, reference.outputs, false);
          const slopes = gradient(weight, () => trainingLoss(weights, known));
          const largest = slopes.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
          if (largest < 1e-8) continue;
          const moved = after.get(`${node}/${name}`) ?? new Float32Array();
          const observed = weight.values.map((value, place) => (value - (moved[place] ?? 0)) / learningRate);
          expectClose(observed, slopes, `∂L/∂${node}/${name}`, 1e-4);
          expectClose(
            [result.telemetry?.weightGradientNorms[index] ?? Number.NaN],
            [Math.hypot(...slopes)],
            `norm of ∂L/∂${node}/${name}`,
            1e-4,
          );
        }
        const moving = [...weights.keys()].filter((name) => name.includes('/moving'));
        expect(moving.length).toBe(statistics.length);
        for (const [index, name] of moving.entries())
          expectClose(after.get(name) ?? [], statistics[index]?.values ?? [], name);
      }));

    test('the activation gradient of every layer equals the reference', () =>
      withExecutor((executor, weights) => {
        const { outputs } = runFloat64(document, analysis, weights, images, batch.labels, { training: true });
        const { telemetry } = executor.step(batch, { learningRate, step: 0, telemetry: true });
        for (const [index, { id }] of executor.nodes.entries()) {
          const norm = telemetry?.activationGradientNorms[index] ?? Number.NaN;
          const rms = telemetry?.activationGradientRms[index] ?? Number.NaN;
          const output = outputs.get(id) ?? array64([0]);
          if (id === 'input') {
            expect(norm).toBeNaN();
            continue;
          }
          const known = upTo(id, outputs, true);
          const slopes = gradient(output, () => trainingLoss(weights, known));
          expectClose([norm], [Math.hypot(...slopes)], `norm of ∂L/∂${id}`, 1e-4);
          expectClose([rms], [Math.hypot(...slopes) / Math.sqrt(slopes.length)], `RMS of ∂L/∂${id}`, 1e-4);
        }
      }));

    test('evaluation equals the reference at several batch sizes and changes nothing', () =>
      withExecutor((executor, weights) => {
        for (const evaluated of [1, 3, 7]) {
          const other = noiseBatch(shape, evaluated, classes, 'evaluated');
          const otherImages = { shape: [evaluated, ...shape], values: Float64Array.from(other.images) };
          const reference = runFloat64(document, analysis, weights, otherImages, other.labels, {
            training: false,
          });
          const result = executor.evaluate(other);
          expectClose([result.loss], [reference.loss], 'loss');
          expectClose([result.metric], [reference.metric], 'metric');
        }
        expect(weightsOf(executor.readWeights())).toEqual(weights);
      }));

    test('only layers that lead to an output take part', () =>
      withExecutor((executor, weights) => {
        expect(executor.nodes.map(({ id }) => id)).not.toContain('nowhere');
        expect([...weights.keys()].filter((name) => name.startsWith('nowhere/'))).toEqual([]);
        expect(executor.nodes.map(({ id }) => id)).toContain('output');
      }));

    function trainingLoss(
      weights: ReadonlyMap<string, Array64>,
      known: ReadonlyMap<string, Array64>,
    ): number {
      return runFloat64(document, analysis, weights, images, batch.labels, { training: true }, known).loss;
    }

    /** Outputs of the layers in front of this one (and its own): what a change there leaves as it is. */
    function upTo(
      node: string,
      outputs: ReadonlyMap<string, Array64>,
      inclusive: boolean,
    ): ReadonlyMap<string, Array64> {
      const end = analysis.order.indexOf(node) + (inclusive ? 1 : 0);
      return new Map([...outputs].filter(([id]) => analysis.order.indexOf(id) < end));
    }
  });
