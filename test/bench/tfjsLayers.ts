import { createRequire } from 'node:module';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { batchSize, type Contender, classes, syntheticBatches } from './contender';

/** The same network as a layers model of tfjs-node, on the same TensorFlow library. */
export async function tfjsLayers(): Promise<Contender> {
  loadTensorFlow();
  restoreTypeChecks(createRequire(import.meta.url)('node:util'));
  const tf = await import('@tensorflow/tfjs-node-gpu');
  const batches = syntheticBatches().map(({ images, labels }) => ({ images, targets: oneHot(labels) }));
  const convolution = { kernelSize: 5, activation: 'relu', kernelInitializer: 'heNormal' } as const;
  const dense = { activation: 'relu', kernelInitializer: 'heNormal' } as const;
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ ...convolution, filters: 6, padding: 'same', inputShape: [28, 28, 1] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ ...convolution, filters: 16 }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ ...dense, units: 120 }),
      tf.layers.dense({ ...dense, units: 84 }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: tf.train.momentum(0.01, 0.9), loss: 'categoricalCrossentropy' });
  let steps = 0;
  return {
    async step() {
      const batch = batches[steps % batches.length];
      if (batch === undefined) return;
      const x = tf.tensor4d(batch.images, [batchSize, 28, 28, 1]);
      const y = tf.tensor2d(batch.targets, [batchSize, classes]);
      await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
      steps += 1;
    },
  };
}

function oneHot(labels: Int32Array): Float32Array {
  const targets = new Float32Array(labels.length * classes);
  for (const [image, label] of labels.entries()) targets[image * classes + label] = 1;
  return targets;
}

/** tfjs-node 4 calls type checks of node:util that Node 23 has dropped. */
function restoreTypeChecks(util: Record<string, unknown>): void {
  util['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  util['isArray'] ??= Array.isArray;
}
