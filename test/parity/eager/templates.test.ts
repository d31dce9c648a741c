import { expect, test } from 'vitest';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { noiseBatch } from '../cases/batches';
import { eagerExecutor, graphExecutor } from '../cases/executors';
import { imageShapeOf, reducedTemplates } from '../cases/reducedTemplates';
import { copyState, expectSameStep, withBoth } from './expectSameStep';

const both = { graph: graphExecutor(), eager: await eagerExecutor() };
const classes = 10;
const batches = 4;

/** Of templates that are built of the same layers with the same settings only the shortest: ResNet-18 for ResNet-34. */
const distinct = new Map<string, NetworkDocument>();
for (const document of reducedTemplates.toSorted((left, right) => left.nodes.length - right.nodes.length)) {
  const layers = new Set(document.nodes.map(({ kind, config }) => JSON.stringify([kind, config])));
  const key = [...layers].sort().join();
  if (!distinct.has(key)) distinct.set(key, document);
}

// Where rounding carries an input of a ReLU past 0, or another value to the top of a window, the true gradients of the
// two differ: what holds for none of several batches is an error, though.
test.each([...distinct.values()].map((document) => [document.name, document] as const))(
  '%s takes the same step on WebAssembly as in native TensorFlow',
  (_, document) => {
    const before = both.eager.livingTensors();
    const failures: unknown[] = [];
    withBoth(both, document, (compared) => {
      for (let number = 0; number < batches && failures.length === number; number++) {
        copyState(compared);
        const batch = noiseBatch(imageShapeOf(document), 2, classes, `batch ${number}`);
        try {
          expect(expectSameStep(compared, batch, { learningRate: 0.01, step: number }).finite).toBe(true);
        } catch (error) {
          failures.push(error);
        }
      }
    });
    if (failures.length === batches) throw failures[0];
    expect(both.eager.livingTensors()).toEqual(before);
  },
);
