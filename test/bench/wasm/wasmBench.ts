/** Measures the executor for machines without native TensorFlow; `scripts/benchWasm.mjs` says how it is called. */
import { parseArgs } from 'node:util';
import { loadWasm } from '../../../src/engine/eager/loadWasm';
import { operationTimes } from './operationTimes';
import { type StepAndForward, stepAndForward } from './stepAndForward';

/** With --check: a step takes at most this many times its forward pass. */
const mostForwardPasses = 4;

const networks = [
  { id: 'lenet-5', batch: 64 },
  { id: 'resnet-20-cifar', batch: 16 },
  { id: 'resnet-20-cifar', batch: 32 },
] as const;

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    operations: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '8' },
  },
});
const seconds = Number(values.seconds);
if (!(seconds > 0)) throw new Error(`--seconds must be a number above 0; got "${values.seconds}".`);

const wasm = await loadWasm();
const results = [];
for (const { id, batch } of networks.filter((network) => network.id.includes(values.only))) {
  const measured = stepAndForward(wasm, id, batch);
  const { step, forward } = bestTimes(measured);
  results.push({ network: id, batch, forward, step, ratio: step / forward });
  if (!values.json)
    console.log(
      `${id}, batch ${batch}: forward ${forward.toFixed(1)} ms, step ${step.toFixed(1)} ms, ` +
        `${(step / forward).toFixed(2)} times the forward pass, ${Math.round((1000 * batch) / step)} images/s`,
    );
  if (values.operations) await printOperations(measured, step);
}
if (values.json) console.log(JSON.stringify(results));
for (const { network, batch, ratio } of results)
  if (values.check && !(ratio <= mostForwardPasses)) {
    console.error(
      `A step of ${network} at batch ${batch} should take ${mostForwardPasses} forward passes at most.`,
    );
    process.exitCode = 1;
  }

/** Least processor time in ms of each, in short turns after a warm-up, so that a busy machine slows both. */
function bestTimes({ step, forward }: StepAndForward): { readonly step: number; readonly forward: number } {
  const best = { step: Number.POSITIVE_INFINITY, forward: Number.POSITIVE_INFINITY };
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  for (let turn = 0; turn < 5 || elapsed() < seconds; turn++) {
    const times = { step: processorTime(step), forward: processorTime(forward) };
    if (elapsed() < seconds / 4 && turn < 20) continue;
    best.step = Math.min(best.step, times.step);
    best.forward = Math.min(best.forward, times.forward);
  }
  return best;
}

/** ms */
function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function printOperations({ step }: StepAndForward, stepTime: number): Promise<void> {
  const steps = Math.max(3, Math.round((250 * seconds) / stepTime));
  const times = await operationTimes(() => {
    for (let index = 0; index < steps; index++) step();
  });
  for (const { name, milliseconds } of times)
    if (milliseconds / steps > 0.005 * stepTime)
      console.log(`${(milliseconds / steps).toFixed(2).padStart(10)} ms  ${name}`);
}
