import { describe, expect, test } from 'vitest';
import { classActivationMap, gradientActivationMap } from '../../../src/engine/evaluation/activationMap';
import { scoringLayers } from '../../../src/engine/execution/scoringLayer';
import { evaluatedLayers, trainedLayers } from '../../../src/engine/execution/trainedLayers';
import { randomStream } from '../../../src/engine/randomStreams';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { noiseBatch } from '../cases/batches';
import { buildNetwork, type LayerLine } from '../cases/buildNetwork';
import { executorKinds, withExecutor } from '../cases/executors';
import { networks } from '../cases/networks';
import { expectClose } from '../expectClose';
import { array64 } from '../float64/array64';
import { slope } from '../float64/finiteDifference';
import { runFloat64 } from '../float64/float64Network';

const batch = noiseBatch([6, 5, 2], 2, 5);

/** Every `stride`th value of a layer is moved a little. */
const stride = 7;

/** Weights as they may be after training: moving statistics, too, have left their first values. */
function settledWeights(document: NetworkDocument): Map<string, Float32Array> {
  const stream = randomStream(11, 'weights');
  const { nodes } = analyse(document);
  return new Map(
    [...nodes].flatMap(([id, { weights }]) =>
      weights.map(({ name, shape }): [string, Float32Array] => {
        const count = shape.reduce((product, extent) => product * extent, 1);
        const value = () => (name === 'movingVariance' ? 0.5 + stream.uniform() : 0.5 * stream.normal());
        return [`${id}/${name}`, Float32Array.from({ length: count }, value)];
      }),
    ),
  );
}

describe.each(await executorKinds())('what a score follows from, in the $name executor', (kind) => {
  test.each(Object.entries(networks))(
    '%s: answers as evaluation does, with slopes of the float64 reference',
    (_name, lines) => {
      const document = buildNetwork(lines);
      const analysis = analyse(document);
      const scoring = kind.createScoring(document);
      const settled = settledWeights(document);
      scoring.writeWeights(settled);
      const all = trainedLayers(document, analysis);
      const layers = evaluatedLayers(all);
      const { output, scores } = scoringLayers(layers);
      const evaluated = withExecutor(kind, document, (executor) => {
        executor.writeWeights(settled);
        return executor.outputOf(batch, output) ?? new Float32Array();
      });
      expectClose(scoring.predictions(batch), evaluated, 'predictions');

      const weights = new Map(
        all.flatMap(({ node, analysis: { weights: own } }) =>
          own.map(({ name, shape }) => {
            const values = settled.get(`${node.id}/${name}`) ?? new Float32Array();
            return [`${node.id}/${name}`, array64(shape, (index) => values[index] ?? 0)] as const;
          }),
        ),
      );
      const images = array64([2, 6, 5, 2], (index) => batch.images[index] ?? 0);
      const run = (known?: Parameters<typeof runFloat64>[6]) =>
        runFloat64(document, analysis, weights, images, batch.labels, { training: false }, known).outputs;
      const outputs = run();
      for (const { id, outputShape } of scoring.nodes.slice(1)) {
        if (outputShape.length !== 3) continue;
        const features = outputs.get(id);
        if (features === undefined) throw new Error(`The reference has no ${id}.`);
        const evidence = scoring.explain(batch, id);
        expectClose(evidence.features, features.values, id);
        const chosen = (): number => {
          const values = run(new Map([[id, features]])).get(scores)?.values ?? new Float64Array();
          const classes = values.length / batch.size;
          return batch.labels.reduce((sum, label, image) => sum + (values[image * classes + label] ?? 0), 0);
        };
        const places = Array.from(
          { length: Math.ceil(features.values.length / stride) },
          (_, n) => n * stride,
        );
        const slopes = places.map((place) => slope(features, place, chosen));
        expectClose(
          places.map((place) => evidence.gradient[place] ?? Number.NaN),
          slopes,
          `slopes of ${id}`,
          1e-4,
        );
      }
      scoring.dispose();
    },
  );

  test('where a dense layer follows a global average pool, both maps are one but for the scale', () => {
    const lines: readonly LayerLine[] = [
      { id: 'input', kind: 'input', config: { height: 6, width: 5, channels: 2 } },
      { id: 'conv', kind: 'conv2d', config: { filters: 4, kernelSize: [3, 3] } },
      { id: 'bn', kind: 'batchNorm' },
      { id: 'relu', kind: 'relu' },
      { id: 'global', kind: 'globalAveragePool2d' },
      { id: 'fc', kind: 'dense', config: { units: 5 } },
      { id: 'output', kind: 'output' },
    ];
    const document = buildNetwork(lines);
    const scoring = kind.createScoring(document);
    const weights = settledWeights(document);
    scoring.writeWeights(weights);
    const one = { ...batch, images: batch.images.subarray(0, 60), size: 1 };
    for (const classNumber of [0, 3]) {
      const labels = Int32Array.of(classNumber);
      const { features, gradient } = scoring.explain({ ...one, labels }, 'relu');
      const kernel = weights.get('fc/kernel') ?? new Float32Array();
      const cam = classActivationMap(features, kernel, { channels: 4, classes: 5, classNumber });
      const gradCam = gradientActivationMap(features, gradient, 4);
      const [score = Number.NaN] = scoring.predictions({ ...one, labels }).subarray(classNumber);
      const bias = weights.get('fc/bias')?.[classNumber] ?? 0;
      // The mean of the map is the score, but for the bias.
      expect(cam.reduce((sum, value) => sum + value, 0) / cam.length).toBeCloseTo(score - bias, 4);
      expectClose(
        gradCam.map((value) => value * cam.length),
        cam.map((value) => Math.max(0, value)),
        `class ${classNumber}`,
        1e-4,
      );
    }
    scoring.dispose();
  });
});
