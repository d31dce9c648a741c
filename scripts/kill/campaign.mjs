// @ts-check
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finish, killDuring, resumingWords, trainingWords, wholeSteps } from './killedRun.mjs';
import { randomNumbers } from './randomNumbers.mjs';
import { compareSeries, readSeries } from './series.mjs';

/** A run is killed so often at most, or none would ever end. */
const killsOfRun = 4;
/** What is told on standard output is a step or an epoch; a kill may cut the last line off. */
const toldStep = /^\{"type":"(?:step|epoch)".*?"step":(\d+).*\}\n/gm;

/**
 * @typedef {import('./killedRun.mjs').Moment} Moment
 * @typedef {object} CampaignResult
 * @property {number} kills
 * @property {number} runs that went on to their end after their kills
 * @property {Record<Moment, number>} moments how many kills were aimed where
 * @property {number} beforeStart kills before anything was written
 * @property {number[]} atStep the last step that was there after each of the others
 * @property {number} compared measured steps that were held to those of the run left alone
 */

/**
 * Kills the command line's runs and resumes them. Fails where anything is lost or other than in a run left alone.
 *
 * @param {string} folder
 * @param {number} wanted kills
 * @param {number} seed
 * @param {(text: string) => void} say
 * @returns {Promise<CampaignResult>}
 */
export async function killCampaign(folder, wanted, seed, say) {
  const random = randomNumbers(seed);
  const alone = join(folder, 'alone');
  const times = await finish(trainingWords(alone));
  const expected = await readSeries(alone);
  if (expected?.size !== wholeSteps)
    throw new Error(`The run left alone measured ${expected?.size ?? 0} steps, not ${wholeSteps}.`);
  say(`Left alone: ${expected.size} measured steps in ${(times.whole / 1000).toFixed(1)} s.`);
  /** @type {CampaignResult} */
  const result = {
    kills: 0,
    runs: 0,
    moments: { anywhere: 0, starting: 0, saving: 0 },
    beforeStart: 0,
    atStep: [],
    compared: 0,
  };
  while (result.kills < wanted) {
    const run = join(folder, `run-${result.runs}`);
    let words = trainingWords(run);
    let lastStep = 0;
    for (let kill = 0; kill < killsOfRun && result.kills < wanted; kill++) {
      const aim = aimedMoment(random, times);
      const told = await killDuring(words, { ...aim, folder: run });
      if (told === null) {
        // It ended before the kill.
        words = resumingWords(run);
        break;
      }
      result.kills += 1;
      result.moments[aim.moment] += 1;
      const series = await readSeries(run);
      if (series === null) {
        if (/"type":"step"/.test(told)) throw new Error(`${run} has no run.json, and told of steps.`);
        result.beforeStart += 1;
        await rm(run, { recursive: true, force: true });
        continue;
      }
      compareSeries(series, expected, run);
      const known = Math.max(lastStep, ...[...told.matchAll(toldStep)].map(([, step]) => Number(step)));
      const last = Math.max(0, ...series.keys());
      if (last < known) throw new Error(`${run} had told of step ${known} and holds step ${last} only.`);
      lastStep = last;
      result.atStep.push(last);
      result.compared += series.size;
      words = resumingWords(run);
    }
    await finish(words);
    const series = await readSeries(run);
    if (series?.size !== expected.size)
      throw new Error(`${run} has ${series?.size ?? 0} measured steps at its end, not ${expected.size}.`);
    compareSeries(series, expected, run);
    result.compared += series.size;
    result.runs += 1;
    await rm(run, { recursive: true, force: true });
    say(`${result.kills} of ${wanted} kills.`);
  }
  return result;
}

/**
 * Two of four while a checkpoint is saved, one while the process starts to train, one at any time.
 *
 * @param {() => number} random
 * @param {{readonly starting: number, readonly whole: number}} times of the run left alone, in milliseconds
 * @returns {{moment: Moment, milliseconds: number, nth: number}}
 */
function aimedMoment(random, { starting, whole }) {
  const choice = random();
  const nth = 1 + Math.floor(20 * random());
  if (choice < 0.5) return { moment: 'saving', milliseconds: 4 * random(), nth };
  if (choice < 0.75) return { moment: 'starting', milliseconds: starting * (0.6 + 0.6 * random()), nth };
  return { moment: 'anywhere', milliseconds: whole * random(), nth };
}
