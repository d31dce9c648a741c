import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { importOnnx } from '../../../src/engine/onnx/importing/importOnnx';
import { permuteValues } from '../../../src/engine/onnx/permuteValues';
import { analyse } from '../../../src/network/analysis/analyse';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { imageShapeOf } from '../cases/reducedTemplates';
import { foreignModels, modelWithGap } from './foreignModels';

const executor = graphExecutor();
const size = 3;

function imported(bytes: Uint8Array): ImportedNetwork {
  const result = importOnnx(bytes, 'foreign');
  if ('problem' in result) throw new Error(result.problem.message);
  return result;
}

async function answerOf(bytes: Uint8Array, images: Float32Array): Promise<Float32Array> {
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 });
  try {
    const results = await session.run({ images: new Tensor('float32', images, [size, 2, 6, 5]) });
    const data = Object.values(results)[0]?.data;
    if (!(data instanceof Float32Array)) throw new Error('onnxruntime gave no predictions.');
    return data;
  } finally {
    await session.release();
  }
}

test.each(foreignModels.map(({ title, bytes }) => [title, bytes] as const))(
  'the engine predicts what onnxruntime does: %s',
  async (_title, bytes) => {
    const { document, weights, notes } = imported(bytes);
    expect(notes).toEqual([]);
    expect(imageShapeOf(document)).toEqual([6, 5, 2]);
    const batch = noiseBatch([6, 5, 2], size, 4);
    const expected = await answerOf(bytes, permuteValues(batch.images, [size, 6, 5, 2], [0, 3, 1, 2]));
    const scoring = executor.createScoring(document);
    try {
      scoring.writeWeights(weights);
      const found = scoring.predictions(batch);
      expect(found).toHaveLength(expected.length);
      const largest = expected.reduce((bound, value) => Math.max(bound, Math.abs(value)), 0);
      for (const [at, value] of expected.entries())
        expect(Math.abs(value - (found[at] ?? 0))).toBeLessThanOrEqual(1e-4 * largest);
    } finally {
      scoring.dispose();
    }
  },
);

test('what has no layer is named, and the rest opens around the gap', () => {
  const { document, weights, notes } = imported(modelWithGap.bytes);
  expect(notes).toEqual(['Op `Einsum` at /scope/part1/Einsum has no layer here.']);
  expect(document.nodes.map(({ kind }) => kind)).toEqual([
    'input',
    'conv2d',
    'relu',
    'flatten',
    'dense',
    'output',
  ]);
  expect(weights.get('part4/kernel')).toHaveLength(144);
  expect(analyse(document).problems.map(({ severity }) => severity)).toContain('error');
});
