// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkout } from '../checkout.mjs';

/** A run that takes seconds, with everything that has a state: momentum, a cosine, validation, checkpoints in between. */
const settings = [
  ...[
    '--dataset',
    'synthetic',
    '--data',
    'height=28',
    'width=28',
    'channels=1',
    'trainingImages=2000',
    'testImages=200',
  ],
  ...['--epochs', '4', '--batch', '10', '--checkpoint-every', '7', '--json'],
];

/** @param {string} folder of the run */
export function trainingWords(folder) {
  return ['train', 'lenet-5', ...settings, '--out', folder];
}

/** @param {readonly string[]} words of the command line */
function start(words) {
  return spawn(process.execPath, [join(checkout, 'out', 'main', 'cli.js'), ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/**
 * Lets the command end by itself; fails where it fails.
 *
 * @param {readonly string[]} words
 * @param {string | null} run that it goes on with, which may have ended before
 */
export async function finish(words, run) {
  const begin = performance.now();
  const child = start(words);
  let complaints = '';
  child.stderr.on('data', (text) => (complaints += text));
  const [code] = await once(child, 'close');
  const alreadyFinished = run !== null && words[0] === 'resume' && /is finished/.test(complaints);
  if (code !== 0 && !alreadyFinished)
    throw new Error(`layerwise ${words.join(' ')} ended with ${code}: ${complaints}`);
  return { milliseconds: performance.now() - begin };
}

/**
 * Kills the command after so many milliseconds. False where it had ended by then.
 *
 * @param {readonly string[]} words
 * @param {number} milliseconds
 */
export async function killAfter(words, milliseconds) {
  const child = start(words);
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const [, signal] = await once(child, 'close');
  clearTimeout(timer);
  return signal === 'SIGKILL';
}
