/**
 * What telemetry costs a step of a network: one executor trains in turns without it, with all norms at every step, and with
 * everything, statistics of activations too, at the default sampling. A turn is one sampling period, so that whatever else the machine does meets all alike.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { randomStream } from '../../src/engine/randomStreams';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../src/engine/tensorflow/tensorFlowExecutor';
import { analyse } from '../../src/network/analysis/analyse';
import { findTemplate } from '../../src/network/templates/templates';

type Sampling = 'never' | 'always' | 'default';
interface Turn {
  /** Milliseconds for one step, by the clock on the wall and of the processor. */
  readonly wall: number;
  readonly processor: number;
}

const { values } = parseArgs({
  options: {
    network: { type: 'string', default: 'resnet-20-cifar' },
    batch: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '20' },
  },
});
const template = findTemplate(values.network);
if (template === undefined) throw new Error(`There is no template "${values.network}".`);
const document = template.create();
const executor = createTensorFlowExecutor(loadTensorFlow(), document, analyse(document));
const size = Number(values.batch);
const random = randomStream(1, 'bench');
const pixels = (executor.nodes[0]?.outputShape ?? []).reduce((product, extent) => product * extent, size);
const batches = Array.from({ length: 8 }, () => ({
  size,
  images: Float32Array.from({ length: pixels }, () => random.normal()),
  labels: Int32Array.from({ length: size }, () => random.integerBelow(10)),
}));
const period = document.training.telemetryEvery;

let step = 0;
function turn(sampling: Sampling): Turn {
  const processorBefore = process.cpuUsage();
  const start = performance.now();
  for (let index = 0; index < period; index++) {
    const batch = batches[step % batches.length];
    const telemetry = sampling === 'always' ? 'norms' : sampling === 'default' && index === 0;
    if (batch !== undefined) executor.step(batch, { learningRate: 0.01, step, telemetry });
    step += 1;
  }
  const wall = (performance.now() - start) / period;
  const { user, system } = process.cpuUsage(processorBefore);
  return { wall, processor: (user + system) / 1000 / period };
}

const turns: Record<Sampling, Turn[]> = { never: [], always: [], default: [] };
const samplings = ['never', 'always', 'default'] as const;
for (const sampling of samplings) turn(sampling);
for (let round = 0; round < Number(values.rounds); round++)
  for (const sampling of samplings) turns[sampling].push(turn(sampling));

const best = (sampling: Sampling, clock: keyof Turn): number =>
  Math.min(...turns[sampling].map((taken) => taken[clock]));
const cost = (sampling: Sampling) => ({
  sampling,
  network: values.network,
  batch: size,
  wallMilliseconds: best(sampling, 'wall'),
  processorMilliseconds: best(sampling, 'processor'),
  wallCost: best(sampling, 'wall') / best('never', 'wall') - 1,
  processorCost: best(sampling, 'processor') / best('never', 'processor') - 1,
});
console.log(JSON.stringify({ period, costs: samplings.map(cost) }));
