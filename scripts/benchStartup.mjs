#!/usr/bin/env node
// @ts-check
/**
 * How long training takes to get going: compiling and loading the graphs of ResNet-20 and ResNet-152, and from the
 * start of the engine's process to the first step.
 *
 *   npm run bench:startup [-- --runs 5] [--json] [--check]
 *
 * The best of the runs counts, each in processes of its own; the first of them warms the disk.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wholeNumber } from './bench/options.mjs';
import { bestTimes, lateness, timeTable } from './bench/startupTimes.mjs';
import { ensureBuild } from './build/ensureBuild.mjs';
import { buildNodeProgram } from './build/nodeProgram.mjs';
import { checkout } from './checkout.mjs';
import { say } from './provision/progress.mjs';
import { lastLines, runProgram } from './provision/runProgram.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const runs = wholeNumber('--runs', values.runs);
  await requireTensorFlow();
  await ensureBuild();
  const graphTime = await buildNodeProgram('test/bench/startup/graphTime.ts');
  const engineStart = await buildNodeProgram('test/bench/startup/engineStart.ts');
  const engine = join(checkout, 'out', 'main', 'engineChild.js');
  const samples = [];
  for (let run = 1; run <= runs; run += 1) {
    samples.push({
      resnet20: await timesOf([graphTime, 'resnet-20-cifar']),
      resnet152: await timesOf([graphTime, 'resnet-152']),
      engine: await timesOf([engineStart, engine]),
    });
    say(`Run ${run} of ${runs}.`);
  }
  const times = bestTimes(samples);
  if (values.json) console.log(JSON.stringify(times));
  else for (const line of timeTable(times)) console.log(line);
  if (!values.check) return;
  const late = lateness(times);
  for (const sentence of late) say(sentence);
  if (late.length > 0) process.exitCode = 1;
});

/**
 * Seconds by name, as a program prints them on its last line.
 *
 * @param {readonly string[]} parameters of Node
 * @returns {Promise<Record<string, number>>}
 */
async function timesOf(parameters) {
  const { code, stdout, output } = await runProgram(process.execPath, parameters, { cwd: checkout });
  if (code !== 0) throw new Error(`A program of the benchmark failed: ${lastLines(output, 25)}`);
  return JSON.parse(lastLines(stdout, 1));
}
