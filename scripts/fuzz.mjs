#!/usr/bin/env node
// @ts-check
/**
 * Feeds generated inputs to everything that takes data from outside, and ends with 1 where one of them brings out a
 * crash, a hang, or words that no person should read. docs/fuzzing.md tells what is generated.
 *
 *   npm run fuzz [-- --inputs 100000] [--seed 1] [--targets project,dataset] [--short] [--write]
 *   npm run fuzz -- --replay test-results/fuzz/FILE
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProgram } from './fuzz/buildProgram.mjs';
import { fuzzTarget, listTargets, replay, slower } from './fuzz/campaign.mjs';
import { writeResults } from './fuzz/results.mjs';
import { say } from './provision/progress.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      targets: { type: 'string' },
      short: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      replay: { type: 'string' },
    },
  });
  await requireTensorFlow();
  const program = await buildProgram();
  const all = await listTargets(program);
  if (values.replay !== undefined) {
    process.exitCode = (await replayFile(program, all, resolve(values.replay))) === 0 ? 0 : 1;
    return;
  }
  const targets = chosen(all, values.targets);
  const seed = wholeNumber('--seed', values.seed, 0);
  const results = values.short
    ? await runShort(program, targets, seed)
    : await runCampaign(program, targets, seed, wholeNumber('--inputs', values.inputs, 1));
  for (const { target, inputs, accepted, refused, failures, kinds, seconds, slowest } of results)
    console.log(
      `${target.name.padEnd(10)}${inputs.toLocaleString('en').padStart(9)} inputs  ${accepted} accepted, ${refused} refused, ${failures} failed (${kinds} kinds)  ${seconds.toFixed(1)} s, the slowest (${slowest.index}) ${slowest.milliseconds} ms`,
    );
  if (values.write) writeResults(results, seed);
  if (results.some(({ failures }) => failures > 0)) process.exitCode = 1;
});

/**
 * @typedef {import('./fuzz/campaign.mjs').TargetFacts} TargetFacts
 * @typedef {import('./fuzz/campaign.mjs').TargetResult} TargetResult
 */

/**
 * @param {string} program
 * @param {readonly TargetFacts[]} targets
 * @param {number} seed
 * @param {number} inputs of all targets together
 */
async function runCampaign(program, targets, seed, inputs) {
  say(`Seed ${seed}, ${inputs.toLocaleString('en')} inputs.`);
  const weights = targets.reduce((sum, { weight }) => sum + weight, 0);
  const results = [];
  for (const target of targets)
    results.push(
      await fuzzTarget(program, target, { seed, inputs: Math.ceil((inputs * target.weight) / weights) }),
    );
  return results;
}

/**
 * Half of the inputs are always the same ones; the others vary from run to run.
 *
 * @param {string} program
 * @param {readonly TargetFacts[]} targets
 * @param {number} seed
 */
async function runShort(program, targets, seed) {
  const varying = Math.floor(Math.random() * 2 ** 31);
  say(`Seeds ${seed} and ${varying}: what the second one finds is found again with --seed ${varying}.`);
  const lanes = Math.max(1, Math.min(2, availableParallelism()));
  /** @type {TargetResult[]} */
  const results = [];
  const waiting = [...targets];
  const work = async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const inputs = Math.ceil(target.shortInputs / 2);
      const [fixed, varied] = [
        await fuzzTarget(program, target, { seed, inputs }),
        await fuzzTarget(program, target, { seed: varying, inputs }),
      ];
      results.push({
        target,
        inputs: fixed.inputs + varied.inputs,
        accepted: fixed.accepted + varied.accepted,
        refused: fixed.refused + varied.refused,
        failures: fixed.failures + varied.failures,
        kinds: fixed.kinds + varied.kinds,
        seconds: fixed.seconds + varied.seconds,
        slowest: slower(fixed.slowest, varied.slowest),
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return results;
}

/**
 * @param {readonly TargetFacts[]} all
 * @param {string | undefined} names
 */
function chosen(all, names) {
  if (names === undefined) return all;
  return names.split(',').map((name) => {
    const target = all.find((candidate) => candidate.name === name);
    if (target === undefined)
      throw new Error(`There is no target "${name}"; choose from ${all.map((one) => one.name).join(', ')}.`);
    return target;
  });
}

/**
 * @param {string} program
 * @param {readonly TargetFacts[]} all
 * @param {string} path
 */
async function replayFile(program, all, path) {
  const failure = JSON.parse(readFileSync(path, 'utf8'));
  const [target] = chosen(all, String(failure.target));
  if (target === undefined) throw new Error(`${path} names no target.`);
  return replay(program, path, target, failure);
}

/**
 * @param {string} option
 * @param {string} text
 * @param {number} least
 */
function wholeNumber(option, text, least) {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new Error(`${option} must be a whole number of at least ${least}; got "${text}".`);
  return value;
}
