import { InferenceSession, Tensor } from 'onnxruntime-node';
import { exportOnnx } from '../../../src/engine/onnx/exportOnnx';
import { permuteValues } from '../../../src/engine/onnx/permuteValues';
import type { Batch } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { Shape } from '../../../src/network/layers/shape';
import type { WeightValues } from '../cases/livelyWeights';

/** What onnxruntime makes of the exported network: N×classes, row-major. */
export async function predictWithOnnx(
  document: NetworkDocument,
  weights: WeightValues,
  { images, size }: Batch,
  [height = 1, width = 1, channels = 1]: Shape,
): Promise<Float32Array> {
  const session = await InferenceSession.create(exportOnnx(document, analyse(document), weights), {
    intraOpNumThreads: 1,
  });
  try {
    const values = permuteValues(images, [size, height, width, channels], [0, 3, 1, 2]);
    const { predictions } = await session.run({
      images: new Tensor('float32', values, [size, channels, height, width]),
    });
    const data = predictions?.data;
    if (!(data instanceof Float32Array)) throw new Error('onnxruntime gave no predictions.');
    return data;
  } finally {
    await session.release();
  }
}
