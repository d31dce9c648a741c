#!/usr/bin/env node
// @ts-check
/**
 * Feeds generated inputs to everything that takes data from outside, and ends with 1 where one of them brings out a
 * crash, a hang, or words that no person should read. docs/fuzzing.md tells what is generated.
 *
 *   npm run fuzz [-- --inputs 100000] [--seed 1] [--targets project,dataset] [--short] [--write]
 *                   [--report FILE]
 *   npm run fuzz -- --replay test-results/fuzz/FILE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withProgram } from './fuzz/buildProgram.mjs';
import { addResults, fuzzTarget, listTargets, replay } from './fuzz/campaign.mjs';
import { campaignName, writeResult } from './fuzz/results.mjs';
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
      report: { type: 'string' },
    },
  });
  await requireTensorFlow();
  await withProgram((program) => fuzz(program, values));
});

/**
 * @param {string} program
 * @param {{inputs: string, seed: string, targets?: string, short: boolean, write: boolean, replay?: string, report?: string}} options
 */
async function fuzz(program, options) {
  const all = await listTargets(program);
  if (options.replay !== undefined) {
    process.exitCode = (await replayFile(program, all, resolve(options.replay))) === 0 ? 0 : 1;
    return;
  }
  const targets = chosen(all, options.targets);
  const seed = wholeNumber('--seed', options.seed, 0);
  const name = options.write ? campaignName(seed) : '';
  const results = options.short
    ? await runShort(program, targets, seed)
    : await runCampaign(program, targets, {
        seed,
        inputs: wholeNumber('--inputs', options.inputs, 1),
        onResult: (result) => options.write && writeResult(result, name),
      });
  for (const { target, inputs, accepted, refused, failures, kinds, seconds, slowest } of results)
    console.log(
      `${target.name.padEnd(10)}${inputs.toLocaleString('en').padStart(9)} inputs  ${accepted} accepted, ${refused} refused, ${failures} failed (${kinds} kinds)  ${seconds.toFixed(1)} s, the slowest (${slowest.index}) ${slowest.milliseconds} ms`,
    );
  if (options.report !== undefined)
    writeFileSync(
      options.report,
      JSON.stringify(results.map(({ target, faults }) => ({ target: target.name, faults }))),
    );
  if (results.some(({ failures }) => failures > 0)) process.exitCode = 1;
}

/**
 * @typedef {import('./fuzz/campaign.mjs').TargetFacts} TargetFacts
 * @typedef {import('./fuzz/campaign.mjs').TargetResult} TargetResult
 */

/**
 * @param {string} program
 * @param {readonly TargetFacts[]} targets
 * @param {{seed: number, inputs: number, onResult: (result: TargetResult) => void}} options `inputs` are those of all
 *   targets together
 */
function runCampaign(program, targets, { seed, inputs, onResult }) {
  say(`Seed ${seed}, ${inputs.toLocaleString('en')} inputs.`);
  const weights = targets.reduce((sum, { weight }) => sum + weight, 0);
  return inLanes(targets, async (target) => {
    const share = Math.ceil((inputs * target.weight) / weights);
    const result = await fuzzTarget(program, target, { seed, inputs: share });
    onResult(result);
    return result;
  });
}

/**
 * Half of the inputs are always the same ones; the others vary from run to run.
 *
 * @param {string} program
 * @param {readonly TargetFacts[]} targets
 * @param {number} seed
 */
function runShort(program, targets, seed) {
  const varying = Math.floor(Math.random() * 2 ** 31);
  say(`Seeds ${seed} and ${varying}: what the second one finds is found again with --seed ${varying}.`);
  return inLanes(targets, async (target) => {
    const inputs = Math.ceil(target.shortInputs / 2);
    const fixed = await fuzzTarget(program, target, { seed, inputs });
    return addResults(fixed, await fuzzTarget(program, target, { seed: varying, inputs }));
  });
}

/**
 * Two targets at a time, where the machine has two cores.
 *
 * @param {readonly TargetFacts[]} targets
 * @param {(target: TargetFacts) => Promise<TargetResult>} work
 * @returns {Promise<TargetResult[]>} in the order of the targets
 */
async function inLanes(targets, work) {
  const waiting = [...targets.entries()];
  /** @type {TargetResult[]} */
  const results = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, target] = next;
      results[place] = await work(target);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
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
