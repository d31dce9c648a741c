import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model, SymbolicTensor, sequential } from '@tensorflow/tfjs-layers';
import { afterAll, expect, test } from 'vitest';
import { randomStream } from '../../../src/engine/randomStreams';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { expectPredictions } from '../cases/expectPredictions';
import { imported } from '../cases/importedAnswers';
import { predict } from './layersModelSession';

const native = graphExecutor();
const folder = mkdtempSync(join(tmpdir(), 'layerwise-tfjs-models-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a layer, or a model within the model, gives. */
function call(
  layer: { apply(inputs: SymbolicTensor | SymbolicTensor[]): unknown },
  inputs: SymbolicTensor | SymbolicTensor[],
): SymbolicTensor {
  const result = layer.apply(inputs);
  if (result instanceof SymbolicTensor) return result;
  throw new Error('The layer gives several tensors.');
}

/** A model with branches and a model in it, as TensorFlow.js's own library makes it. */
function branchingModel(): LayersModel {
  const inner = sequential({
    name: 'inner',
    layers: [
      layers.conv2d({ filters: 3, kernelSize: 3, padding: 'same', name: 'a', inputShape: [4, 4, 3] }),
      layers.batchNormalization({ name: 'b' }),
    ],
  });
  const inputs = input({ shape: [8, 8, 2] });
  const sliding = { kernelSize: 3, strides: 2, padding: 'same', activation: 'relu' } as const;
  const stem = call(layers.conv2d({ filters: 3, ...sliding }), inputs);
  const leaky = call(layers.leakyReLU({ alpha: 0.2 }), stem);
  const merged = call(layers.concatenate(), [call(inner, stem), leaky]);
  const deep = call(layers.depthwiseConv2d({ kernelSize: 2, activation: 'sigmoid' }), merged);
  const pooled = call(layers.globalAveragePooling2d({}), deep);
  return model({ inputs, outputs: call(layers.dense({ units: 4 }), pooled) });
}

/** Values of their own for all weights; variances stay above 0. */
function scatter(made: LayersModel): void {
  const stream = randomStream(4, 'foreign');
  made.setWeights(
    made.getWeights().map((weight) => {
      const values = Float32Array.from(weight.dataSync(), () => 0.1 + 0.6 * stream.uniform());
      return tf.tensor(values, weight.shape);
    }),
  );
}

/** Writes the model as a page that downloads it would, with its weights in shards of some bytes. */
async function save(made: LayersModel, quantized: boolean): Promise<string> {
  const handler = tf.io.withSaveHandler(async ({ modelTopology, weightSpecs = [], weightData }) => {
    const bytes = new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData));
    const middle = Math.ceil(bytes.length / 2);
    const [specs, stored] = quantized ? asBytes(weightSpecs, bytes) : [weightSpecs, bytes];
    writeFileSync(join(folder, 'one.bin'), stored.subarray(0, middle));
    writeFileSync(join(folder, 'two.bin'), stored.subarray(middle));
    const weightsManifest = [{ paths: ['one.bin', 'two.bin'], weights: specs }];
    writeFileSync(
      join(folder, 'model.json'),
      JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest }),
    );
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
  });
  await made.save(handler);
  return join(folder, 'model.json');
}

/** As the converter packs weights with --quantize_uint8: a byte for each, of 0 to 255 between 0.1 and 0.7. */
function asBytes(
  specs: readonly tf.io.WeightsManifestEntry[],
  bytes: Uint8Array,
): [readonly object[], Uint8Array] {
  const values = new Float32Array(bytes.buffer);
  const [min, scale] = [0.1, 0.6 / 255];
  const quantization = { dtype: 'uint8', min, scale };
  return [
    specs.map((spec) => ({ ...spec, quantization })),
    Uint8Array.from(values, (value) => Math.round((value - min) / scale)),
  ];
}

test.each([
  ['as they are', false],
  ['packed as bytes', true],
])('a model of TensorFlow.js’s own answers as there, its weights %s', async (_title, quantized) => {
  await tf.setBackend('cpu');
  const made = branchingModel();
  scatter(made);
  const { document, weights, notes } = await imported(await save(made, quantized));
  expect(notes).toEqual([]);
  expect(document.blocks.map(({ label }) => label)).toEqual(['inner']);
  const batch = noiseBatch([8, 8, 2], 3, 4);
  const scoring = native.createScoring(document);
  try {
    scoring.writeWeights(weights);
    const expected = Float32Array.from(predict(made, batch, [8, 8, 2]));
    const found = scoring.predictions(batch);
    if (!quantized) expectPredictions(found, expected);
    else for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 1);
  } finally {
    scoring.dispose();
    made.dispose();
  }
});
