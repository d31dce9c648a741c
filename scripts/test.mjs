#!/usr/bin/env node
// @ts-check
// `npm test` runs every part, also after one has failed, and ends with what failed, the time of each part, and "N passed,
// N failed". `npm test -- unit` runs one part, and what follows its name goes to that part's program.
import { requireCheckout } from './checkout.mjs';
import { ensureElectron } from './provision/electron.mjs';
import { ensureTensorFlow } from './provision/tensorflow.mjs';
import { countsText, crashed, judge, skippedIsFailure, sumCounts } from './test/counts.mjs';
import { besideParts, parts } from './test/parts.mjs';

const [chosen, ...parameters] = process.argv.slice(2);

/** @param {unknown} error */
function complain(error) {
  console.error(error instanceof Error ? error.message : error);
}

/**
 * @typedef {import('./test/parts.mjs').Part} Part
 * @typedef {import('./test/parts.mjs').PartOptions} PartOptions
 * @typedef {import('./test/reports.mjs').Outcome & {part: Part, seconds: number}} Result
 */

/**
 * @param {Part} part
 * @param {PartOptions} [options]
 * @returns {Promise<Result>}
 */
async function runCounted(part, options) {
  const begun = Date.now();
  const outcome = await part.run(chosen === undefined ? [] : parameters, options).catch((error) => {
    complain(error);
    return { counts: crashed, failures: [`${part.name} could not be run`] };
  });
  return { part, ...outcome, seconds: (Date.now() - begun) / 1000 };
}

/**
 * Runs parts one after the other without a word, and says what they printed in the end.
 *
 * @param {readonly Part[]} quiet
 * @returns {Promise<Result[]>}
 */
async function runBeside(quiet) {
  const results = [];
  for (const part of quiet) {
    /** @type {Buffer[]} */
    const printed = [];
    const result = await runCounted(part, { print: (text) => void printed.push(text) });
    results.push({ result, printed });
  }
  return results.map(({ result, printed }) => {
    console.log(`\n── ${result.part.name}`);
    process.stdout.write(Buffer.concat(printed));
    return result;
  });
}

/** What can't be had shows at once; the parts that need it fail on their own. */
async function fetchForAll() {
  for (const fetching of [ensureTensorFlow, ensureElectron]) await fetching().catch(complain);
}

/**
 * Fetches what single parts need, one after the other: downloads and unpacking fit beside what computes.
 *
 * @param {readonly Part[]} selected
 */
async function fetchForEach(selected) {
  for (const { prepare } of selected) await prepare?.().catch(() => {});
}

/** @returns {Promise<import('./test/counts.mjs').Counts>} */
async function runSelected() {
  requireCheckout();
  const selected = parts.filter((part) => chosen === undefined || part.name === chosen);
  if (selected.length === 0) {
    throw new Error(
      `There is no part "${chosen}"; choose from ${parts.map((part) => part.name).join(', ')}.`,
    );
  }
  const fetched = chosen === undefined ? fetchForAll() : null;
  if (chosen === undefined) void fetchForEach(selected);
  const beside = chosen === undefined ? besideParts : {};
  const quiet = new Set(Object.values(beside).flat());
  /** @type {Result[]} */
  const results = [];
  for (const part of selected.filter(({ name }) => !quiet.has(name))) {
    if (part.sourcesOnly !== true) await fetched;
    console.log(`\n── ${part.name}`);
    const others = selected.filter(({ name }) => beside[part.name]?.includes(name) === true);
    const [own, theirs] = await Promise.all([runCounted(part), runBeside(others)]);
    results.push(own, ...theirs);
  }
  for (const { part, failures } of results)
    for (const failure of failures) console.log(`\nFAILED ${part.name}: ${failure}`);
  console.log('');
  for (const { part, counts, seconds } of results) {
    console.log(`${part.name.padEnd(8)}${seconds.toFixed(1).padStart(7)} s   ${countsText(counts)}`);
  }
  return sumCounts(results.map(({ counts }) => counts));
}

const counts = await runSelected().catch((error) => {
  complain(error);
  return crashed;
});
const strict = skippedIsFailure(process.env);
if (strict && counts.skipped > 0) console.log('CI is set: the skipped checks count as failed.');
const total = judge(counts, strict);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(countsText(total));
