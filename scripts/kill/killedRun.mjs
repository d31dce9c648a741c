// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkout } from '../checkout.mjs';

/** @typedef {'anywhere' | 'starting' | 'saving'} Moment */

/** Steps of the whole run. */
export const wholeSteps = 300;

const checkpoints = ['--checkpoint-every', '5', '--json'];

/** A run that takes seconds, with everything that has a state: momentum, a cosine, validation, checkpoints in between. */
const settings = [
  ...['--dataset', 'synthetic', '--data', 'height=28', 'width=28', 'channels=1'],
  ...['trainingImages=1000', 'testImages=100', '--epochs', '3', '--batch', '10'],
  ...['--optimizer', 'momentum', '--schedule', 'cosine', '--telemetry-every', '1'],
];

/** @param {string} folder of the run */
export function trainingWords(folder) {
  return ['train', 'lenet-5', ...settings, ...checkpoints, '--out', folder];
}

/** @param {string} folder of the run */
export function resumingWords(folder) {
  return ['resume', folder, ...checkpoints];
}

/** @param {readonly string[]} words of the command line */
function start(words) {
  return spawn(process.execPath, [join(checkout, 'out', 'main', 'cli.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * Lets the command end by itself; fails where it fails. Milliseconds to the first step, and to the end.
 *
 * @param {readonly string[]} words
 */
export async function finish(words) {
  const begin = performance.now();
  const child = start(words);
  let complaints = '';
  let starting = 0;
  child.stderr.on('data', (text) => (complaints += text));
  child.stdout.on('data', () => (starting ||= performance.now() - begin));
  const [code] = await once(child, 'close');
  const alreadyFinished = words[0] === 'resume' && /is finished/.test(complaints);
  if (code !== 0 && !alreadyFinished)
    throw new Error(`layerwise ${words.join(' ')} ended with ${code}: ${complaints}`);
  return { starting, whole: performance.now() - begin };
}

/**
 * Kills the command: `anywhere` and `starting` after so many milliseconds, `saving` so many milliseconds after the
 * run's nth write of a checkpoint began. What it had told by then, or null where it had ended before.
 *
 * @param {readonly string[]} words
 * @param {{readonly moment: Moment, readonly milliseconds: number, readonly nth: number, readonly folder: string}} kill
 */
export async function killDuring(words, { moment, milliseconds, nth, folder }) {
  const child = start(words);
  let told = '';
  let complaints = '';
  child.stdout.on('data', (text) => (told += text));
  child.stderr.on('data', (text) => (complaints += text));
  const kill = () => child.kill('SIGKILL');
  const stopWatching = moment === 'saving' ? killWhileSaving(folder, nth, milliseconds, kill) : null;
  const timer = moment === 'saving' ? undefined : setTimeout(kill, milliseconds);
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  stopWatching?.();
  if (signal === 'SIGKILL') return told;
  if (code !== 0 && !/is finished/.test(complaints))
    throw new Error(`layerwise ${words.join(' ')} ended by itself with ${code}: ${complaints}`);
  return null;
}

/**
 * Kills when the checkpoints have been written aside for the nth time. Returns what ends the watching.
 *
 * @param {string} run its folder
 * @param {number} nth
 * @param {number} milliseconds after that
 * @param {() => void} kill
 */
function killWhileSaving(run, nth, milliseconds, kill) {
  const folder = join(run, 'checkpoints');
  /** @type {import('node:fs').FSWatcher | null} */
  let watcher = null;
  let begun = 0;
  const look = () => {
    if (!existsSync(folder)) return;
    clearInterval(timer);
    watcher = watch(folder, (event, name) => {
      if (event !== 'rename' || name?.startsWith('last') !== true || !name.includes('partial')) return;
      // Both that it came and that it was renamed are told.
      begun += 1;
      if (begun === 2 * nth - 1) setTimeout(kill, milliseconds);
    });
    watcher.on('error', () => {});
  };
  const timer = setInterval(look, 2);
  look();
  return () => {
    clearInterval(timer);
    watcher?.close();
  };
}
