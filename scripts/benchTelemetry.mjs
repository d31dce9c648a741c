#!/usr/bin/env node
// @ts-check
/**
 * What telemetry costs: steps without it, with all norms at every step, and with everything (statistics of
 * activations too) at the default sampling, in
 * paired turns of one process. The best turn of each counts. --check holds the time of a step to the limits; the
 * processor time is printed beside it, because other work on the machine moves it less.
 *
 *   npm run bench:telemetry [-- --json] [--check] [--network resnet-20-cifar] [--batch 64] [--rounds 20]
 */
import { parseArgs } from 'node:util';
import { measure } from './bench/measurement.mjs';
import { say } from './provision/progress.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

/** With --check: how much longer a step may take than one without telemetry. */
const limits = { never: 0, always: 0.04, default: 0.02 };
const names = { never: 'loss and metric alone', always: 'all norms at every step', default: '' };

/** @typedef {{sampling: keyof typeof limits, wallMilliseconds: number, processorMilliseconds: number, wallCost: number, processorCost: number}} Cost */

await reportFailure(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      network: { type: 'string', default: 'resnet-20-cifar' },
      batch: { type: 'string', default: '64' },
      rounds: { type: 'string', default: '20' },
    },
  });
  const { json, check, ...passed } = values;
  await requireTensorFlow();
  const parameters = Object.entries(passed).flatMap(([option, value]) => [`--${option}`, value]);
  /** @type {{period: number, costs: Cost[]}} */
  const { period, costs } = await measure('telemetryCost', parameters);
  if (json) console.log(JSON.stringify(costs));
  for (const { sampling, ...cost } of costs) {
    const name = names[sampling] || `everything at every ${period}th step`;
    if (!json)
      console.log(
        `${name.padEnd(32)}${cost.wallMilliseconds.toFixed(1).padStart(9)} ms a step, ${percent(cost.wallCost)}; of the processors ${cost.processorMilliseconds.toFixed(1)} ms, ${percent(cost.processorCost)}`,
      );
    if (!check || cost.wallCost <= limits[sampling]) continue;
    say(`${name} should cost ${percent(limits[sampling])} at most.`);
    process.exitCode = 1;
  }
});

/** @param {number} share */
function percent(share) {
  return `${share >= 0 ? '+' : '−'}${Math.abs(100 * share).toFixed(1)} %`;
}
