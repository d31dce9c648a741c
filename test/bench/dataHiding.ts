/**
 * How much of a network's speed is left when its batches are decoded and augmented while it trains, as the application
 * does in a thread of its own, against batches that lie ready in memory. One executor trains with both in turns.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BatchSource, batchSource } from '../../src/engine/data/batchSource';
import { standardisationOf } from '../../src/engine/data/standardisation';
import { type BatchPlan, StepBatches } from '../../src/engine/data/stepBatches';
import { makeSynthetic } from '../../src/engine/data/synthetic';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../src/engine/tensorflow/tensorFlowExecutor';
import type { Batch } from '../../src/engine/trainingExecutor';
import { analyse } from '../../src/network/analysis/analyse';
import { noAugmentation } from '../../src/network/datasets/augmentation';
import { findTemplate } from '../../src/network/templates/templates';

const { values } = parseArgs({
  options: {
    network: { type: 'string', default: 'resnet-20-cifar' },
    batch: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '2' },
    worker: { type: 'string' },
    augment: { type: 'boolean', default: false },
  },
});
const document = findTemplate(values.network)?.create();
if (document === undefined) throw new Error(`There is no template "${values.network}".`);
const executor = createTensorFlowExecutor(loadTensorFlow(), document, analyse(document));
const [height = 1, width = 1, channels = 1] = executor.nodes[0]?.outputShape ?? [];
const dataset = await makeSynthetic({
  type: 'synthetic',
  variant: 'patterns',
  ...{ height, width, channels, noise: 1, seed: 1, classes: 10, trainingImages: 8192, testImages: 64 },
});
const plan: BatchPlan = {
  selection: {
    images: dataset.training,
    numbers: Uint32Array.from({ length: dataset.training.count }, (_, image) => image),
  },
  imageShape: dataset.facts.imageShape,
  standardisation: standardisationOf(dataset, 'channel'),
  settings: {
    batchSize: Number(values.batch),
    shuffle: true,
    seed: 1,
    augmentation: values.augment
      ? { ...noAugmentation, padAndCrop: 4, flip: true, cutout: 8 }
      : noAugmentation,
  },
};

/** The same batches, made beforehand. */
function resident(): BatchSource {
  const batches = new StepBatches(plan);
  const kept: readonly Batch[] = Array.from({ length: 32 }, (_, step) => {
    const { images, labels, size } = batches.batchOf(step);
    return { images: images.slice(), labels: labels.slice(), size };
  });
  return {
    batchOf(step) {
      const batch = kept[step % kept.length];
      if (batch === undefined) throw new Error('There is no batch.');
      return batch;
    },
    dispose: () => {},
  };
}

let step = 0;
/** Images a second over so many seconds, and milliseconds of processor time an image. */
async function turn(source: BatchSource, seconds: number) {
  const processor = process.cpuUsage();
  const start = performance.now();
  let [images, elapsed] = [0, 0];
  while (elapsed < seconds) {
    const batch = await source.batchOf(step);
    executor.step(batch, { learningRate: 1e-3, step, telemetry: step % 10 === 0 });
    step += 1;
    images += batch.size;
    await nextTurn();
    elapsed = (performance.now() - start) / 1000;
  }
  const { user, system } = process.cpuUsage(processor);
  return { speed: images / elapsed, processor: (user + system) / 1000 / images };
}

const sources = { resident: resident(), prepared: batchSource(plan, values.worker) };
const turns = {
  resident: [] as Awaited<ReturnType<typeof turn>>[],
  prepared: [] as Awaited<ReturnType<typeof turn>>[],
};
for (const source of Object.values(sources)) await turn(source, 1);
for (let round = 0; round < Number(values.rounds); round += 1)
  for (const name of ['resident', 'prepared'] as const)
    turns[name].push(await turn(sources[name], Number(values.seconds)));
sources.prepared.dispose();

const best = (name: keyof typeof turns) => Math.max(...turns[name].map(({ speed }) => speed));
const least = (name: keyof typeof turns) => Math.min(...turns[name].map(({ processor }) => processor));
console.log(
  JSON.stringify({
    network: values.network,
    batch: Number(values.batch),
    resident: best('resident'),
    prepared: best('prepared'),
    share: best('prepared') / best('resident'),
    processorShare: least('resident') / least('prepared'),
  }),
);
executor.dispose();
