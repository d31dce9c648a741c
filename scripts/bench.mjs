#!/usr/bin/env node
// @ts-check
/**
 * Training speed of Layerwise's engine against tfjs-node's own layers model on the same TensorFlow, Keras and PyTorch.
 *
 *   npm run bench [-- --networks lenet-5,resnet-20] [--who keras,pytorch] [--rounds 6] [--seconds 2]
 *                 [--json] [--check] [--write]
 *
 * --check fails where a floor of scripts/bench/networks.mjs is missed; --write writes the rows of docs/speed.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contenderNames, entrants } from './bench/contenders.mjs';
import { pythonsOf } from './bench/lineUp.mjs';
import { machineText } from './bench/machine.mjs';
import { racesOf } from './bench/networks.mjs';
import { benchOptions } from './bench/options.mjs';
import { floorFaults, resultOf } from './bench/results.mjs';
import { runRace } from './bench/runRace.mjs';
import { terminalTable, withRow } from './bench/tableText.mjs';
import { buildNodeProgram } from './build/nodeProgram.mjs';
import { checkout } from './checkout.mjs';
import { say } from './provision/progress.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  const options = benchOptions(process.argv.slice(2));
  const races = racesOf(options.networks);
  const lineUps = new Map(races.map((race) => [race, entrants(options.who, race.network.without)]));
  await requireTensorFlow();
  const wanted = contenderNames.filter((name) => [...lineUps.values()].flat().includes(name));
  const { pythons, leftOut } = await pythonsOf(wanted);
  const nodeProgram = await buildNodeProgram('test/bench/contenderProcess.ts');
  const results = [];
  const faults = [];
  for (const [race, lineUp] of lineUps) {
    const present = lineUp.filter((name) => !leftOut.has(name));
    const measured = await runRace(race, present, { nodeProgram, pythons }, options);
    results.push(...measured.map(resultOf));
    faults.push(...floorFaults(race, measured));
    for (const line of terminalTable(race, measured)) (options.json ? say : console.log)(line);
    if (options.write) await writeRow(race, measured);
  }
  if (options.json) console.log(JSON.stringify(results));
  if (!options.check) return;
  for (const fault of faults) say(fault);
  if (faults.length > 0) process.exitCode = 1;
});

/**
 * @param {import('./bench/networks.mjs').Race} race
 * @param {readonly import('./bench/results.mjs').Measurement[]} measured
 */
async function writeRow(race, measured) {
  const path = join(checkout, 'docs', 'speed.md');
  await writeFile(
    path,
    withRow(await readFile(path, 'utf8'), { race, measured, machine: machineText() }, racesOf(null)),
  );
}
