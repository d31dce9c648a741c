// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';

const page = join(checkout, 'docs', 'fuzzing.md');
const begin = '<!-- begin of the last campaign -->';
const end = '<!-- end of the last campaign -->';

/**
 * Puts the results of a campaign into the page.
 *
 * @param {readonly import('./campaign.mjs').TargetResult[]} results
 * @param {number} seed
 */
export function writeResults(results, seed) {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the results.`);
  writeFileSync(page, `${before}${begin}\n${resultsText(results, seed)}\n${end}${after}`);
}

/**
 * @param {readonly import('./campaign.mjs').TargetResult[]} results
 * @param {number} seed
 */
function resultsText(results, seed) {
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  const sum = (/** @type {(result: import('./campaign.mjs').TargetResult) => number} */ of) =>
    results.reduce((total, result) => total + of(result), 0);
  const row = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const date = new Date().toISOString().slice(0, 10);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: checkout,
    encoding: 'utf8',
  }).trim();
  return [
    `${date}, on ${commit}, seed ${seed}: ${number(sum(({ inputs }) => inputs))} inputs, ${number(sum(({ failures }) => failures))} failures, ${minutes(sum(({ seconds }) => seconds))}.`,
    '',
    row(['Target', 'Inputs', 'Accepted', 'Refused with a sentence', 'Failures', 'Time']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...results.map(({ target, inputs, accepted, refused, failures, seconds }) =>
      row([
        `\`${target.name}\`: ${target.about}`,
        ...[inputs, accepted, refused, failures].map(number),
        minutes(seconds),
      ]),
    ),
  ].join('\n');
}

/** @param {number} seconds */
function minutes(seconds) {
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
