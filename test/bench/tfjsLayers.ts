import { createRequire } from 'node:module';
import type { layers, Shape } from '@tensorflow/tfjs-node-gpu';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { type Contender, endlessBatches, type Race } from './contender';
import { tfjsModels } from './tfjsModels';

/** The same network as a layers model of tfjs-node, on the same TensorFlow library. */
export async function tfjsLayers(race: Race): Promise<Contender> {
  const { version } = loadTensorFlow();
  restoreTypeChecks(createRequire(import.meta.url)('node:util'));
  const tf = await import('@tensorflow/tfjs-node-gpu');
  const { batch: size, shape, classes, network } = race;
  const create = tfjsModels[network];
  if (create === undefined) throw new Error(`There is no layers model of "${network}".`);
  const model = create(tf, shape, classes);
  model.compile({ optimizer: tf.train.momentum(0.01, 0.9), loss: 'categoricalCrossentropy' });
  const nextBatch = endlessBatches(race);
  return {
    version: `${tf.version['tfjs-node'] ?? tf.version['tfjs']} on TensorFlow ${version}`,
    parameters: model.trainableWeights.reduce((sum, { shape }) => sum + elements(shape), 0),
    multiplyAdds: model.layers.reduce((sum, layer) => sum + multiplyAdds(layer), 0),
    async step() {
      const { images, labels } = nextBatch();
      const x = tf.tensor4d(images, [size, ...shape]);
      const y = tf.tensor2d(oneHot(labels, classes), [size, classes]);
      const [loss = Number.NaN] = [await model.trainOnBatch(x, y)].flat();
      tf.dispose([x, y]);
      return loss;
    },
  };
}

/** Of a layer with a kernel, which is used once at every place of the output. */
function multiplyAdds({ weights, outputShape }: layers.Layer): number {
  const kernel = weights.find(({ originalName }) => originalName.endsWith('kernel'));
  // A layer with one output has one shape: images, places, channels.
  const places = (outputShape as Shape).slice(1, -1);
  return kernel === undefined ? 0 : elements(kernel.shape) * elements(places);
}

function elements(shape: Shape): number {
  return shape.reduce<number>((size, extent) => size * (extent ?? 1), 1);
}

function oneHot(labels: Int32Array, classes: number): Float32Array {
  const targets = new Float32Array(labels.length * classes);
  for (const [image, label] of labels.entries()) targets[image * classes + label] = 1;
  return targets;
}

/** tfjs-node 4 calls type checks of node:util that Node 23 has dropped. */
function restoreTypeChecks(util: Record<string, unknown>): void {
  util['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  util['isArray'] ??= Array.isArray;
}
