import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classActivationMap, gradientActivationMap } from '../../../src/engine/evaluation/activationMap';
import { answersOf } from '../../../src/engine/evaluation/answers';
import { Judgement, largestPlace } from '../../../src/engine/evaluation/judgement';
import { mapPlace } from '../../../src/engine/evaluation/mapPlace';
import { analyse } from '../../../src/network/analysis/analyse';
import { classFigures, matrixAccuracy } from '../../../src/network/evaluation/classFigures';
import {
  evidenceColour,
  evidencePicture,
  evidenceStops,
} from '../../../src/network/evaluation/evidenceColours';
import { templates } from '../../../src/network/templates/templates';

const classes = 7;

/** Images with scores and labels. */
const images = fc.array(
  fc.record({
    label: fc.integer({ min: 0, max: classes - 1 }),
    scores: fc.array(fc.float({ min: -20, max: 20, noNaN: true }), {
      minLength: classes,
      maxLength: classes,
    }),
  }),
  { minLength: 1, maxLength: 60 },
);

const softmax = answersOf({ nodes: [] });

function judge(judged: readonly { readonly label: number; readonly scores: readonly number[] }[]): Judgement {
  const judgement = new Judgement(classes);
  for (const [number, { label, scores }] of judged.entries()) {
    const values = Float32Array.from(scores);
    const [probabilities, loss] = [softmax.probabilities(values), softmax.loss(values, label)];
    judgement.add({ number, label, probabilities, loss });
  }
  return judgement;
}

describe('a confusion matrix', () => {
  test('counts every image once: rows sum to the images of a class, all to all images', () => {
    fc.assert(
      fc.property(images, (judged) => {
        const { matrix, figures } = judge(judged);
        const perClass = classFigures(matrix, classes);
        expect(matrix.reduce((sum, count) => sum + count, 0)).toBe(judged.length);
        expect(figures.images).toBe(judged.length);
        for (const [own, { images: count }] of perClass.entries())
          expect(count).toBe(judged.filter(({ label }) => label === own).length);
        expect(perClass.reduce((sum, { taken }) => sum + taken, 0)).toBe(judged.length);
      }),
    );
  });

  test('has the accuracy of its diagonal, and as many mistakes as lie beside it', () => {
    fc.assert(
      fc.property(images, (judged) => {
        const judgement = judge(judged);
        const { accuracy, mistakeCount, topFive } = judgement.figures;
        expect(matrixAccuracy(judgement.matrix, classes)).toBeCloseTo(accuracy, 12);
        expect(mistakeCount).toBe(Math.round(judged.length * (1 - accuracy)));
        expect(topFive).toBeGreaterThanOrEqual(accuracy);
        for (const own of classFigures(judgement.matrix, classes)) {
          if (own.images > 0) expect(own.recall).toBe(own.correct / own.images);
          else expect(own.recall).toBeNaN();
          if (own.correct > 0)
            expect(own.f1).toBeCloseTo((2 * own.precision * own.recall) / (own.precision + own.recall), 12);
        }
      }),
    );
  });
});

test('the worst mistakes fall in loss, are none that was right, and have one at least of every cell while there is room', () => {
  fc.assert(
    fc.property(images, (judged) => {
      const judgement = judge(judged);
      const worst = judgement.worst();
      expect(worst).toHaveLength(judgement.figures.mistakeCount);
      for (const [place, mistake] of worst.entries()) {
        expect(mistake.label).toBe(judged[mistake.number]?.label);
        expect(mistake.prediction).not.toBe(mistake.label);
        expect(mistake.loss).toBeLessThanOrEqual(worst[place - 1]?.loss ?? Number.POSITIVE_INFINITY);
      }
      const cells = new Set(worst.map(({ label, prediction }) => label * classes + prediction));
      const few = judgement.worst({ mistakes: cells.size, mistakesPerCell: 1 });
      expect(new Set(few.map(({ label, prediction }) => label * classes + prediction))).toEqual(cells);
    }),
  );
});

test.each([
  ['softmaxCrossEntropy', [3, -1, 0.5], (p: number) => -Math.log(p)],
  ['crossEntropyOfProbabilities', [0.7, 0.1, 0.2], (p: number) => -Math.log(p)],
])('%s: the loss of an image is −log of the probability of its class', (loss, predictions, lossOf) => {
  const config = { loss, lossWeight: 1 };
  const nodes = [{ id: 'output', kind: 'output', label: '', config, position: { x: 0, y: 0 } }];
  const answers = answersOf({ nodes });
  const values = Float32Array.from(predictions);
  const probabilities = answers.probabilities(values);
  expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
  for (const [label, probability] of probabilities.entries())
    expect(answers.loss(values, label)).toBeCloseTo(lossOf(probability), 5);
});

test('the largest value is the first of equals', () => {
  expect(largestPlace(Float32Array.of(1, 3, 3, 2))).toBe(1);
});

const valuesOf = (length: number) =>
  fc
    .array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values));

test('behind a global average pool, Grad-CAM is the class activation map over the number of places, rectified', () => {
  const [places, channels, count] = [12, 5, 4];
  fc.assert(
    fc.property(
      valuesOf(places * channels),
      valuesOf(channels * count),
      fc.nat(count - 1),
      (features, kernel, classNumber) => {
        // The score is Σ w · mean over places of the feature: its slope by each value is w / places.
        const gradient = Float32Array.from(
          { length: places * channels },
          (_, place) => (kernel[(place % channels) * count + classNumber] ?? 0) / places,
        );
        const cam = classActivationMap(features, kernel, { channels, classes: count, classNumber });
        const gradCam = gradientActivationMap(features, gradient, channels);
        for (const [place, value] of cam.entries())
          expect(gradCam[place]).toBeCloseTo(Math.max(0, value) / places, 4);
      },
    ),
  );
});

test.each(templates.map(({ id, create }) => [id, create()] as const))(
  'in %s the evidence is looked at where there is height and width',
  (_id, document) => {
    const analysis = analyse(document);
    const nodes = analysis.order.map((id) => ({
      ...{ id, label: id },
      outputShape: analysis.nodes.get(id)?.outputShape ?? [],
    }));
    const place = mapPlace(document, nodes, null);
    const shapes = nodes.slice(1).filter(({ outputShape }) => outputShape.length === 3);
    if (shapes.length === 0) return expect(place).toBeNull();
    expect(analysis.nodes.get(place?.node ?? '')?.outputShape).toHaveLength(3);
    const pooled = document.nodes.some(({ kind }) => kind === 'globalAveragePool2d');
    if (document.name.startsWith('ResNet')) expect(pooled && place?.method).toBe('cam');
  },
);

test('the picture of evidence is clear where nothing speaks for the class, and strongest where most does', () => {
  const evidence = { height: 2, width: 2, values: Float32Array.of(-3, 0, 1, 4) };
  const pixels = evidencePicture(evidence, { height: 2, width: 2 });
  const pixel = (place: number) => [...pixels.subarray(4 * place, 4 * place + 4)];
  expect([pixel(0)[3], pixel(1)[3]]).toEqual([0, 0]);
  expect(pixel(3)).toEqual([...(evidenceStops.at(-1) ?? []), 255]);
  expect(pixel(2).slice(0, 3)).toEqual([...evidenceColour(0.25)]);
  const nothing = evidencePicture(
    { height: 1, width: 1, values: Float32Array.of(-1) },
    { height: 3, width: 3 },
  );
  expect(nothing.every((value) => value === 0)).toBe(true);
});
