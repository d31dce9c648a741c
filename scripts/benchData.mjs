#!/usr/bin/env node
// @ts-check
/**
 * How much speed is left when batches are decoded and augmented while a network trains, against batches that lie ready:
 * ResNet-20 with pad and crop, flip and cutout, and LeNet-5, the harder case, as its steps are short.
 *
 *   npm run bench:data [-- --json] [--check] [--rounds 10] [--seconds 2]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from './bench/measurement.mjs';
import { ensureBuild } from './build/ensureBuild.mjs';
import { checkout } from './checkout.mjs';
import { say } from './provision/progress.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

/** With --check: the share of the speed on resident data that ResNet-20 must keep. */
const wantedShare = 0.95;
const races = [
  { label: 'ResNet-20, batch 64, cropped, flipped, cut out', parameters: ['--augment'] },
  { label: 'LeNet-5, batch 64, as it is', parameters: ['--network', 'lenet-5'] },
];

await reportFailure(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '2' },
    },
  });
  const { json, check, rounds, seconds } = values;
  await requireTensorFlow();
  await ensureBuild();
  const worker = join(checkout, 'out', 'main', 'batchWorker.js');
  const results = [];
  for (const { label, parameters } of races) {
    const given = ['--worker', worker, '--rounds', rounds, '--seconds', seconds, ...parameters];
    const result = await measure('dataHiding', given);
    results.push(result);
    const { resident, prepared, share, processorShare } = result;
    if (!json)
      console.log(
        `${label}: ${prepared.toFixed(0)} images/s of ${resident.toFixed(0)} on data that lie ready, ${(100 * share).toFixed(1)} % (by processor time ${(100 * processorShare).toFixed(1)} %)`,
      );
  }
  if (json) console.log(JSON.stringify(results));
  if (!check || results[0].share >= wantedShare) return;
  say(`ResNet-20 should keep ${100 * wantedShare} % of its speed.`);
  process.exitCode = 1;
});
