#!/usr/bin/env node
// @ts-check
// `npm test` runs every part, also after one has failed, and ends with "N passed, N failed". `npm test -- unit` runs
// one part, and what follows its name goes to that part's program.
import { requireCheckout } from './checkout.mjs';
import { ensureElectron } from './provision/electron.mjs';
import { ensureTensorFlow } from './provision/tensorflow.mjs';
import { countsText, crashed, judge, skippedIsFailure, sumCounts } from './test/counts.mjs';
import { parts } from './test/parts.mjs';

const [chosen, ...parameters] = process.argv.slice(2);

/** @param {unknown} error */
function complain(error) {
  console.error(error instanceof Error ? error.message : error);
}

/** @param {import('./test/parts.mjs').Part} part */
async function runCounted(part) {
  console.log(`\n── ${part.name}`);
  const begun = Date.now();
  const counts = await part.run(chosen === undefined ? [] : parameters).catch((error) => {
    complain(error);
    return crashed;
  });
  return { part, counts, seconds: (Date.now() - begun) / 1000 };
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
  if (chosen === undefined) {
    // Fetched before anything else, so that what can't be had shows at once; the parts that need it fail on their own.
    for (const fetching of [ensureTensorFlow, ensureElectron]) await fetching().catch(complain);
  }
  const results = [];
  for (const part of selected) results.push(await runCounted(part));
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
