import { InferenceSession, Tensor } from 'onnxruntime-node';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { exportOnnx } from '../../../src/engine/onnx/exportOnnx';
import { permuteValues } from '../../../src/engine/onnx/permuteValues';
import { randomStream } from '../../../src/engine/randomStreams';
import type { Batch } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { Shape } from '../../../src/network/layers/shape';

export type WeightValues = ReadonlyMap<string, Float32Array>;

/** First weights of the network, and statistics and constants moved off 0 and 1, so that none can be left out unseen. */
export function livelyWeights(document: NetworkDocument): WeightValues {
  const stream = randomStream(5, document.name);
  const drawn = drawInitialWeights(analyse(document), 1);
  return new Map(
    [...drawn].map(([name, values]) => {
      if (name.endsWith('/kernel')) return [name, values];
      const positive = name.endsWith('Variance') || name.endsWith('gamma');
      return [
        name,
        values.map((value) => (positive ? 0.5 + stream.uniform() : value + 0.2 * stream.normal())),
      ];
    }),
  );
}

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
