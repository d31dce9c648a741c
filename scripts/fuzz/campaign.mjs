// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { say } from '../provision/progress.mjs';
import { runFuzzProcess } from './fuzzProcess.mjs';

/**
 * @typedef {import('../../test/fuzz/campaign/messages').TargetFacts} TargetFacts
 * @typedef {import('../../test/fuzz/campaign/messages').FoundFailure} FoundFailure
 * @typedef {import('../../test/fuzz/campaign/messages').OutcomeCounts['slowest']} Slowest
 * @typedef {{target: TargetFacts, inputs: number, accepted: number, refused: number, failures: number, kinds: number, faults: string[], seconds: number, slowest: Slowest}} TargetResult
 */

/** After so many faults of different kinds, or ends of its process, a target is left. */
const mostKinds = 40;
const mostEnds = 25;

const nothing = { accepted: 0, refused: 0, slowest: { index: -1, milliseconds: 0 } };

/** Where inputs that bring out a fault are kept. */
const failureFolder = join(checkout, 'test-results', 'fuzz');

/**
 * @param {string} program
 * @returns {Promise<TargetFacts[]>}
 */
export async function listTargets(program) {
  /** @type {TargetFacts[]} */
  let targets = [];
  await inFolder((folder) =>
    runFuzzProcess(program, [], {
      folder,
      secondsPerInput: 60,
      onMessage: (message) => {
        if (message.type === 'targets') targets = [...message.targets];
      },
    }),
  );
  return targets;
}

/**
 * Feeds inputs to one target. What ends its process, or keeps it from answering, is a fault; the next process goes on
 * behind that input.
 *
 * @param {string} program
 * @param {TargetFacts} target
 * @param {{seed: number, inputs: number}} options
 * @returns {Promise<TargetResult>}
 */
export async function fuzzTarget(program, target, { seed, inputs }) {
  const begun = Date.now();
  const kinds = new Set();
  /** @type {string[]} one of each kind, as people read it */
  const faults = [];
  let [failures, ends, from] = [0, 0, 0];
  /** @type {import('../../test/fuzz/campaign/messages').OutcomeCounts} */
  let total = nothing;
  /** @param {FoundFailure} failure */
  const note = (failure) => {
    failures += 1;
    const kind = kindOf(failure);
    if (kinds.has(kind)) return;
    kinds.add(kind);
    const path = keep(target.name, seed, failure);
    const fault = `${target.name}, seed ${seed}, input ${failure.index}: ${failure.message.slice(0, 500)}`;
    faults.push(fault);
    say(`${fault}\n  ${path}`);
  };
  while (from < inputs && kinds.size < mostKinds && ends < mostEnds) {
    let counts = nothing;
    const parameters = [
      '--target',
      target.name,
      '--seed',
      `${seed}`,
      '--from',
      `${from}`,
      '--to',
      `${inputs}`,
    ];
    const ending = await inFolder((folder) =>
      runFuzzProcess(program, parameters, {
        folder,
        secondsPerInput: target.secondsPerInput,
        onMessage: (message) => {
          if (message.type === 'failure') note(message);
          if (message.type === 'progress' || message.type === 'done') counts = message.counts;
        },
      }),
    );
    total = {
      accepted: total.accepted + counts.accepted,
      refused: total.refused + counts.refused,
      slowest: slower(total.slowest, counts.slowest),
    };
    if (ending.how === 'done') break;
    ends += 1;
    const what =
      ending.how === 'hung'
        ? `Hang: no answer after ${target.secondsPerInput} s`
        : `Crash: ${ending.words.split('\n', 1)[0]}`;
    note({ index: ending.index, message: what, stack: ending.words, shown: '', input: '' });
    from = Math.max(ending.index, from) + 1;
  }
  const seconds = (Date.now() - begun) / 1000;
  return { target, inputs, ...total, failures, kinds: kinds.size, faults, seconds };
}

/**
 * Feeds the input of a kept failure once more.
 *
 * @param {string} program
 * @param {string} path
 * @param {TargetFacts} target
 * @param {{seed: number, index: number, input: string}} failure
 * @returns {Promise<number>} how many faults it brought out
 */
export async function replay(program, path, target, { seed, index, input }) {
  let failures = 0;
  const which =
    input === '' ? ['--seed', `${seed}`, '--from', `${index}`, '--to', `${index + 1}`] : ['--replay', path];
  const ending = await inFolder((folder) =>
    runFuzzProcess(program, ['--target', target.name, ...which], {
      folder,
      secondsPerInput: target.secondsPerInput,
      onMessage: (message) => {
        if (message.type !== 'failure') return;
        failures += 1;
        say(`${message.shown}\n\n${message.stack || message.message}`);
      },
    }),
  );
  if (ending.how !== 'done') say(`${ending.how}\n${ending.words}`);
  return ending.how === 'done' ? failures : failures + 1;
}

/**
 * @param {TargetResult} one
 * @param {TargetResult} other of the same target
 * @returns {TargetResult}
 */
export function addResults(one, other) {
  return {
    target: one.target,
    inputs: one.inputs + other.inputs,
    accepted: one.accepted + other.accepted,
    refused: one.refused + other.refused,
    failures: one.failures + other.failures,
    kinds: one.kinds + other.kinds,
    faults: [...one.faults, ...other.faults],
    seconds: one.seconds + other.seconds,
    slowest: slower(one.slowest, other.slowest),
  };
}

/**
 * @param {Slowest} one
 * @param {Slowest} other
 */
function slower(one, other) {
  return one.milliseconds > other.milliseconds ? one : other;
}

/**
 * Faults with the same words and place are one: numbers and quoted texts aside.
 *
 * @param {FoundFailure} failure
 */
function kindOf({ message, stack }) {
  const frame = stack.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return `${message.replace(/"[^"]*"|\d+/g, '#').slice(0, 120)} ${frame}`;
}

/**
 * @param {string} target
 * @param {number} seed
 * @param {FoundFailure} failure
 * @returns {string} path of the file that --replay takes
 */
function keep(target, seed, failure) {
  mkdirSync(failureFolder, { recursive: true });
  const path = join(failureFolder, `${target}-${seed}-${failure.index}.json`);
  writeFileSync(path, `${JSON.stringify({ target, seed, ...failure }, null, 2)}\n`);
  return path;
}

/**
 * @template Result
 * @param {(folder: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-fuzz-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
