import { expect, test } from 'vitest';
import { noiseBatch } from './cases/batches';
import { buildNetwork } from './cases/buildNetwork';
import { executorKinds } from './cases/executors';
import { expectClose } from './expectClose';

const kinds = await executorKinds();

/**
 * TensorFlow finds oneDNN's code for a convolution by the extents of all that it takes, written one after the other: those
 * of a depthwise one of a single channel without bias, and of an ordinary one with bias, can be the same.
 */
test.each([1, 3])('a single channel is convolved in every way over batches of %i', (size) => {
  const document = buildNetwork([
    { id: 'input', kind: 'input', config: { height: 2, width: 2, channels: 1 } },
    { id: 'conv', kind: 'conv2d', config: { filters: 1, kernelSize: [1, 1] } },
    { id: 'depthwise', kind: 'depthwiseConv2d', config: { kernelSize: [1, 1], useBias: false } },
    { id: 'separable', kind: 'separableConv2d', config: { filters: 1, kernelSize: [1, 1] } },
    { id: 'flatten', kind: 'flatten' },
    { id: 'fc', kind: 'dense', config: { units: 3 } },
    { id: 'output', kind: 'output' },
  ]);
  const batch = noiseBatch([2, 2, 1], size, 7);
  const [expected, actual] = kinds.map(({ createScoring }) => {
    const scoring = createScoring(document);
    try {
      return scoring.predictions(batch);
    } finally {
      scoring.dispose();
    }
  });
  expect(expected).toHaveLength(3 * size);
  expectClose([...(actual ?? [])], [...(expected ?? [])], 'predictions');
});
