#!/usr/bin/env node
// @ts-check
// npm run lab:docs: runs the laboratory's presets in their small size and puts what they show into docs/laboratory.md,
// with plots in docs/laboratory/. Results are kept in .cache/laboratory: remove it to measure anew.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.mjs';
import { reportFailure } from './reportFailure.mjs';

const page = join(checkout, 'docs', 'laboratory.md');
const [start, end] = ['<!-- measured: npm run lab:docs -->', '<!-- end of measured -->'];

/**
 * What the command line prints; its messages are shown as they come.
 *
 * @param {readonly string[]} words
 */
function layerwise(...words) {
  const program = join(checkout, 'bin', 'layerwise.mjs');
  const stdio = /** @type {const} */ (['ignore', 'pipe', 'inherit']);
  return execFileSync(process.execPath, [program, ...words], {
    cwd: checkout,
    encoding: 'utf8',
    stdio: [...stdio],
  });
}

await reportFailure(async () => {
  /** @type {{ id: string }[]} */
  const presets = JSON.parse(layerwise('lab', '--json'));
  const sections = presets.map(({ id }) =>
    layerwise(
      'lab',
      id,
      '--out',
      join('.cache', 'laboratory', id),
      '--figures',
      'docs/laboratory',
      '--markdown',
      ...process.argv.slice(2),
    ),
  );
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${page} has no place for what was measured.`);
  writeFileSync(page, `${before}${start}\n\n${sections.join('\n')}\n${end}${after}`);
});
