import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { layerKinds } from '../../../src/network/layers/registry';
import { noiseBatch } from '../cases/batches';
import { eagerExecutor, graphExecutor } from '../cases/executors';
import { casesOf } from '../cases/layerCases';
import { networkAround } from '../cases/networkAround';
import { expectClose } from '../expectClose';
import { expectSameStep, withBoth } from './expectSameStep';

const both = { graph: graphExecutor(), eager: await eagerExecutor() };
/** So large that the change of a weight holds its gradient to nearly all digits. */
const learningRate = 4096;

/** Every kind in a network that trains: the eager executor does what the TensorFlow graph does. */
for (const kind of layerKinds)
  describe(kind.kind, () => {
    for (const layerCase of casesOf(kind)) {
      const { title, inputs } = layerCase;
      test(`${title} on ${inputs.map((shape) => shape.join('×')).join(' and ')}`, () => {
        const document = networkAround(kind, layerCase, { optimizer: { type: 'sgd' }, seed: 4 });
        for (const { outputShape } of analyse(document).nodes.values()) expect(outputShape).not.toBeNull();
        withBoth(both, document, ({ reference, eager }) => {
          const imageShape = reference.nodes[0]?.outputShape ?? [];
          const classes = reference.nodes.at(-1)?.outputShape[0] ?? 0;
          expect(eager.readWeights()).toEqual(reference.readWeights());
          const evaluated = noiseBatch(imageShape, 5, classes, 'evaluated');
          const [expected, actual] = [reference.evaluate(evaluated), eager.evaluate(evaluated)];
          expectClose([actual.loss], [expected.loss], 'loss in evaluation');
          expectClose([actual.metric], [expected.metric], 'metric in evaluation');
          const batch = noiseBatch(imageShape, 3, classes);
          expectSameStep({ reference, eager }, batch, { learningRate, step: 2 });
        });
      });
    }
  });
