/** Whether a long run grows, and how the cost of a step follows depth and batch; `npm run bench:growth` starts it. */
import { parseArgs } from 'node:util';
import { endure, firstAndLast } from './growth/endurance';
import { leastCosts, stepper } from './growth/stepCost';
import { fitLine } from './trend';

const { values } = parseArgs({
  options: { steps: { type: 'string', default: '10000' }, turns: { type: 'string', default: '6' } },
});
// Standard output is for the answer alone.
console.info = console.error;

const stretches = await endure(Number(values.steps), Number(values.steps) / 100);
const endurance = firstAndLast(stretches, 0.1);

const depths = [20, 32, 44, 56, 110];
const depthSteppers = depths.map((depth) => stepper(`resnet-${depth}-cifar`, 16));
const depthCosts = leastCosts(depthSteppers, Number(values.turns), 2);
for (const one of depthSteppers) one.dispose();

const batches = [32, 64, 128, 256];
const batchSteppers = batches.map((batch) => stepper('resnet-20-cifar', batch));
const batchCosts = leastCosts(batchSteppers, Number(values.turns), 1);
for (const one of batchSteppers) one.dispose();

const series = (at: readonly number[], costs: readonly number[]) => {
  const points = at.map((place, index) => ({ at: place, value: costs[index] ?? Number.NaN }));
  return { points, fit: fitLine(points) };
};
console.log(
  JSON.stringify({
    endurance,
    depth: series(depths, depthCosts),
    batch: series(batches, batchCosts),
  }),
);
process.exit();
