// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';

const page = join(checkout, 'docs', 'fuzzing.md');
const begin = '<!-- begin of the last campaign -->';
const end = '<!-- end of the last campaign -->';

const heading = [
  '| Target | Inputs | Accepted | Refused with a sentence | Failures | Time | Campaign |',
  '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
];

/**
 * Puts the result of a target into the page, in place of the one before.
 *
 * @param {import('./campaign.mjs').TargetResult} result
 * @param {string} campaign what tells it from others: seed and commit
 */
export function writeResult(result, campaign) {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  const [table = '', after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the results.`);
  const start = `| \`${result.target.name}\`: `;
  const others = table.split('\n').filter((line) => line.startsWith('| `') && !line.startsWith(start));
  const rows = [...others, rowOf(start, result, campaign)].sort();
  writeFileSync(page, [before + begin, sumOf(rows), '', ...heading, ...rows, end + after].join('\n'));
}

/**
 * @param {string} start
 * @param {import('./campaign.mjs').TargetResult} result
 * @param {string} campaign
 */
function rowOf(start, { target, inputs, accepted, refused, failures, seconds }, campaign) {
  const cells = [
    ...[inputs, accepted, refused, failures].map((count) => count.toLocaleString('en')),
    seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`,
    campaign,
  ];
  return `${start}${target.about} | ${cells.join(' | ')} |`;
}

/**
 * Asked for before the first input: commits may come while a campaign runs.
 *
 * @param {number} seed
 */
export function campaignName(seed) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: checkout, encoding: 'utf8' });
  return `seed ${seed}, ${new Date().toISOString().slice(0, 10)}, ${commit.trim()}`;
}

/** @param {readonly string[]} rows */
function sumOf(rows) {
  const total = (/** @type {number} */ column) =>
    rows.reduce((sum, row) => sum + Number((row.split(' | ')[column] ?? '').replaceAll(',', '')), 0);
  return `${total(1).toLocaleString('en')} inputs, ${total(4).toLocaleString('en')} failures.`;
}
