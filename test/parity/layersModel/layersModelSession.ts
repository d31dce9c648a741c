import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { z } from 'zod';
import { checkout } from '../../../scripts/checkout.mjs';
import type { Batch } from '../../../src/engine/trainingExecutor';
import type { Shape } from '../../../src/network/layers/shape';

const modelSchema = z.object({
  modelTopology: z.looseObject({}),
  weightsManifest: z.tuple([
    z.object({
      paths: z.array(z.string()),
      weights: z.array(z.object({ name: z.string(), shape: z.array(z.int()), dtype: z.literal('float32') })),
    }),
  ]),
});

/** Opens the files of an export as TensorFlow.js does, on its own processor backend. */
export async function openLayersModel(files: ReadonlyMap<string, string | Uint8Array>): Promise<LayersModel> {
  await tf.setBackend('cpu');
  const layers = files.get('layers.mjs');
  if (layers !== undefined) await register(layers);
  const {
    modelTopology,
    weightsManifest: [{ paths, weights }],
  } = modelSchema.parse(JSON.parse(String(files.get('model.json'))));
  const shards = paths.map((path) => Buffer.from(files.get(path) ?? ''));
  const weightData = Uint8Array.from(Buffer.concat(shards)).buffer;
  return loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs: weights, weightData }));
}

let registering: Promise<unknown> | null = null;

/** Runs `layers.mjs` once, from a folder beside packages, as in a project. */
function register(text: string | Uint8Array): Promise<unknown> {
  registering ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'layerwise-layers-'));
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
    const file = join(folder, 'layers.mjs');
    writeFileSync(file, text);
    return import(/* @vite-ignore */ pathToFileURL(file).href);
  })();
  return registering;
}

/** What the model makes of the images: N×classes, row-major. */
export function predict(model: LayersModel, { images, size }: Batch, shape: Shape): ArrayLike<number> {
  return tf.tidy(() => {
    const predictions = model.predict(tf.tensor(images, [size, ...shape]));
    if (Array.isArray(predictions)) throw new Error('The model has several outputs.');
    return predictions.dataSync();
  });
}

/** Numbers of weights by the layer that they belong to, whatever parts it has in the model. */
export function weightCounts(model: LayersModel, names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const layer of model.layers) {
    const owner =
      names.find((name) => layer.name === name || layer.name.startsWith(`${name}.`)) ?? layer.name;
    const count = layer.countParams();
    if (count > 0) counts.set(owner, (counts.get(owner) ?? 0) + count);
  }
  return counts;
}
