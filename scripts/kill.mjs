#!/usr/bin/env node
// @ts-check
/**
 * Kills runs at random moments (SIGKILL) while they train, save and start, resumes them, and holds each to a run that
 * was left alone: what was written is there after each kill, and the series at the end are equal to the bit.
 *
 *   npm run kill [-- --kills 100 --seed 1 --write]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build/ensureBuild.mjs';
import { requireCheckout } from './checkout.mjs';
import { finish, killAfter, trainingWords } from './kill/killedRun.mjs';
import { randomNumbers } from './kill/randomNumbers.mjs';
import { compareSeries, readSeries } from './kill/series.mjs';
import { writeResult } from './kill/writeResult.mjs';
import { say } from './provision/progress.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  requireCheckout();
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      write: { type: 'boolean', default: false },
    },
  });
  await requireTensorFlow();
  await ensureBuild();
  const folder = await mkdtemp(join(tmpdir(), 'layerwise-kill-'));
  try {
    const result = await campaign(folder, Number(values.kills), Number(values.seed));
    console.log(
      `${result.kills} kills in ${result.runs} runs: ${result.measuredSteps.toLocaleString('en')} measured steps equal to the bit, 0 lost.`,
    );
    if (values.write) await writeResult(result);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/**
 * @param {string} folder
 * @param {number} wanted kills
 * @param {number} seed
 */
async function campaign(folder, wanted, seed) {
  const random = randomNumbers(seed);
  say(`Seed ${seed}.`);
  const whole = join(folder, 'whole');
  const { milliseconds } = await finish(trainingWords(whole), null);
  const expected = await readSeries(whole);
  if (expected === null) throw new Error('The run that was left alone wrote nothing.');
  say(`Left alone: ${expected.size} measured steps in ${(milliseconds / 1000).toFixed(1)} s.`);
  const result = {
    seed,
    kills: 0,
    runs: 0,
    measuredSteps: 0,
    beforeStart: 0,
    atStep: /** @type {number[]} */ ([]),
  };
  while (result.kills < wanted) {
    const run = join(folder, `run-${result.runs}`);
    let words = trainingWords(run);
    let ended = false;
    // A run is killed three times at most, or none would ever end.
    for (let kill = 0; kill < 3 && result.kills < wanted; kill++) {
      if (!(await killAfter(words, random() * milliseconds))) {
        ended = true;
        break;
      }
      result.kills += 1;
      const series = await readSeries(run);
      if (series === null) {
        result.beforeStart += 1;
        await rm(run, { recursive: true, force: true });
        continue;
      }
      compareSeries(series, expected, run);
      result.atStep.push(Math.max(0, ...series.keys()));
      words = ['resume', run, '--checkpoint-every', '7', '--json'];
    }
    if (!ended) await finish(words, run);
    const series = await readSeries(run);
    if (series === null || series.size < expected.size)
      throw new Error(`${run} has ${series?.size ?? 0} measured steps at its end, and not ${expected.size}.`);
    compareSeries(series, expected, run);
    result.measuredSteps += series.size;
    result.runs += 1;
    await rm(run, { recursive: true, force: true });
    say(`${result.kills} of ${wanted} kills.`);
  }
  return result;
}
