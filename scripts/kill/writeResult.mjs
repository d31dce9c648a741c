// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';

/**
 * Puts the campaign's result into docs/runs.md, between its marks.
 *
 * @param {{seed: number, kills: number, runs: number, measuredSteps: number, beforeStart: number, atStep: number[]}} result
 */
export async function writeResult({ seed, kills, runs, measuredSteps, beforeStart, atStep }) {
  const path = join(checkout, 'docs', 'runs.md');
  const text = await readFile(path, 'utf8');
  const block = `<!-- kill campaign -->
\`npm run kill -- --kills ${kills} --seed ${seed}\`: ${kills} kills in ${runs} runs, ${beforeStart} of them before anything was written, the others between steps ${Math.min(...atStep)} and ${Math.max(...atStep)}. After each kill everything measured before was there; every run went on to its end, and its ${(measuredSteps / runs).toLocaleString('en')} measured losses were those of a run left alone, to the bit.
<!-- /kill campaign -->`;
  const marks = /<!-- kill campaign -->[\s\S]*<!-- \/kill campaign -->/;
  if (!marks.test(text)) throw new Error(`${path} has no place for the result of the kill campaign.`);
  await writeFile(path, text.replace(marks, block));
}
