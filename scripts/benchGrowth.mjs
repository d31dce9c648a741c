#!/usr/bin/env node
// @ts-check
/**
 * Whether 10,000 steps grow in memory or time, and whether the cost of a step grows linearly with depth and batch.
 *
 *   npm run bench:growth [-- --json] [--check] [--steps 10000] [--turns 6]
 */
import { parseArgs } from 'node:util';
import { measure } from './bench/measurement.mjs';
import { say } from './provision/progress.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

/** With --check: how much more the last tenth of a run may take and hold than the first, and how far costs lie from a line. */
const limits = { cost: 0.1, residentMebibytes: 32, line: 0.15 };

await reportFailure(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      steps: { type: 'string', default: '10000' },
      turns: { type: 'string', default: '6' },
    },
  });
  const { json, check, steps, turns } = values;
  await requireTensorFlow();
  const result = await measure('growthCampaign', ['--steps', steps, '--turns', turns]);
  const { endurance, depth, batch } = result;
  const { first, last } = endurance;
  if (json) console.log(JSON.stringify(result));
  else {
    console.log(
      `LeNet-5, ${steps} steps, first and last tenth: ${first.cost.toFixed(2)} and ${last.cost.toFixed(2)} ms of processor a step, ${first.tensors} and ${last.tensors} tensors, ${first.resident.toFixed(0)} and ${last.resident.toFixed(0)} MiB resident`,
    );
    console.log(`ResNet by depth, batch 16: ${seriesText(depth)}`);
    console.log(`ResNet-20 by batch: ${seriesText(batch)}`);
  }
  if (!check) return;
  const faults = [
    ...(last.cost > first.cost * (1 + limits.cost) ? ['Steps got slower.'] : []),
    ...(last.tensors > first.tensors ? ['Tensors were left over.'] : []),
    ...(last.resident > first.resident + limits.residentMebibytes ? ['Memory grew.'] : []),
    ...(depth.fit.worst > limits.line ? ['The cost of a step is not linear in depth.'] : []),
    ...(batch.fit.worst > limits.line ? ['The cost of a step is not linear in the batch.'] : []),
  ];
  for (const fault of faults) say(fault);
  if (faults.length > 0) process.exitCode = 1;
});

/** @param {{points: {at: number, value: number}[], fit: {slope: number, intercept: number, worst: number}}} series */
function seriesText({ points, fit }) {
  const costs = points.map(({ at, value }) => `${at}: ${value.toFixed(1)} ms`).join(', ');
  return `${costs} of processor a step; ${fit.slope.toFixed(2)} ms for each more, at most ${(100 * fit.worst).toFixed(0)} % from a line`;
}
