// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../provision/progress.mjs';
import { contenders } from './contenders.mjs';
import { startContender } from './lineUp.mjs';
import { measurements } from './results.mjs';
import { writeSyntheticData } from './syntheticData.mjs';

/**
 * @typedef {import('./contenders.mjs').Contender} Contender
 * @typedef {import('./contenderProcess.mjs').Introduction} Introduction
 */

/**
 * Trains a network by all contenders, each in a process of its own. They take turns in short rounds, so that a busy
 * machine slows all alike; every second round goes backwards, so that nobody always follows the same other.
 *
 * @param {import('./networks.mjs').Race} race
 * @param {readonly Contender[]} names Layerwise first
 * @param {{nodeProgram: string, pythons: ReadonlyMap<string, string>}} programs
 * @param {{rounds: number, seconds: number}} length `seconds` of each contender's turn in a round
 */
export async function runRace(race, names, programs, { rounds, seconds }) {
  const data = await mkdtemp(join(tmpdir(), 'layerwise-bench-'));
  const entrants = [];
  try {
    await writeSyntheticData(data, race);
    for (const name of names) {
      const contender = startContender(name, race, { ...programs, data });
      entrants.push({ name, contender, speeds: /** @type {number[]} */ ([]) });
    }
    /** @type {Map<Contender, Introduction>} */
    const introductions = new Map();
    for (const { name, contender } of entrants) introductions.set(name, await contender.introduction());
    requireSameNetwork(introductions);
    say(`${race.network.label}, batch ${race.batch}: ${partiesText(introductions)}.`);
    // The first round warms up and doesn't count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const { contender, speeds } of round % 2 === 0 ? entrants : entrants.toReversed()) {
        const turn = await contender.turn(seconds);
        if (round > 0) speeds.push(turn.images / turn.seconds);
      }
      say(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`);
    }
  } finally {
    await Promise.all(entrants.map(({ contender }) => contender.end()));
    await rm(data, { recursive: true, force: true });
  }
  return measurements(race, new Map(entrants.map(({ name, speeds }) => [name, speeds])));
}

/**
 * Throws unless the networks of all are equally large, and take equally much arithmetic.
 *
 * @param {ReadonlyMap<Contender, Introduction>} introductions
 */
export function requireSameNetwork(introductions) {
  const sizes = [...introductions].map(([name, { parameters, multiplyAdds }]) => ({
    name,
    size: `${whole(parameters)} parameters and ${whole(multiplyAdds)} multiply-adds`,
  }));
  if (new Set(sizes.map(({ size }) => size)).size <= 1) return;
  const list = sizes.map(({ name, size }) => `${contenders[name].label} ${size}`);
  throw new Error(`The contenders don't train the same network: ${list.join(', ')}.`);
}

/** @param {number} value */
function whole(value) {
  return value.toLocaleString('en');
}

/** @param {ReadonlyMap<Contender, Introduction>} introductions */
function partiesText(introductions) {
  const [first] = introductions.values();
  const versions = [...introductions].map(([name, { version }]) => `${contenders[name].label} ${version}`);
  return [`${whole(first?.parameters ?? 0)} parameters, ${first?.threads} threads`, ...versions].join('; ');
}
