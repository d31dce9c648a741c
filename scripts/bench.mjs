#!/usr/bin/env node
// @ts-check
/**
 * Training speed of LeNet-5, with native TensorFlow and on WebAssembly, against tfjs-node's own layers model on the
 * same TensorFlow. Each contender has a process
 * of its own; they take turns in short rounds, so that a busy machine slows both.
 *
 *   npm run bench [-- --json] [--check] [--rounds 6] [--seconds 2]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { checkout } from './checkout.mjs';
import { say } from './provision/progress.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

/** With --check: Layerwise is at least this many times as fast as tfjs-node. */
const wantedRatio = 2.5;

const who = {
  layerwise: 'Layerwise',
  tfjsLayers: 'tfjs-node layers model',
  layerwiseWasm: 'Layerwise without TensorFlow',
};

/** @typedef {{network: string, batch: number, who: string, imagesPerSecond: number, ratioToLayerwise: number}} Result */

await reportFailure(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '6' },
      seconds: { type: 'string', default: '2' },
    },
  });
  const results = await compete(positive('--rounds', values.rounds), positive('--seconds', values.seconds));
  if (values.json) console.log(JSON.stringify(results));
  else for (const line of table(results)) console.log(line);
  const ratio = 1 / (results[1]?.ratioToLayerwise ?? Number.NaN);
  say(`Layerwise trains ${ratio.toFixed(2)} times as fast as tfjs-node's layers model.`);
  if (values.check && !(ratio >= wantedRatio)) {
    say(`It should be ${wantedRatio} times at least.`);
    process.exitCode = 1;
  }
});

/**
 * @param {number} rounds
 * @param {number} seconds of each contender's turn in a round
 * @returns {Promise<Result[]>}
 */
async function compete(rounds, seconds) {
  await requireTensorFlow();
  const program = await buildProgram();
  const contenders = [];
  try {
    for (const name of Object.keys(who)) {
      const child = fork(program, [name], { cwd: checkout, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      contenders.push({ name, child, speeds: /** @type {number[]} */ ([]) });
      await nextMessage(child);
    }
    // The first round warms up and doesn't count.
    for (let round = 0; round <= rounds; round++) {
      for (const { child, speeds } of contenders) {
        child.send({ seconds });
        const { imagesPerSecond } = await nextMessage(child);
        if (round > 0) speeds.push(imagesPerSecond);
      }
      say(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`);
    }
  } finally {
    for (const { child } of contenders) child.kill();
  }
  const [first = Number.NaN] = contenders.map(({ speeds }) => median(speeds));
  return contenders.map(({ name, speeds }) => ({
    network: 'lenet-5',
    batch: 64,
    who: who[/** @type {keyof typeof who} */ (name)],
    imagesPerSecond: Math.round(median(speeds)),
    ratioToLayerwise: Number((median(speeds) / first).toFixed(3)),
  }));
}

/** @returns {Promise<string>} path of the contenders' program */
async function buildProgram() {
  const folder = join(checkout, 'node_modules', '.layerwise-bench');
  await build({
    root: checkout,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'test/bench/contenderProcess.ts',
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'contenderProcess.js' } },
    },
  });
  return join(folder, 'contenderProcess.js');
}

/**
 * The child's next message; fails where it ends instead.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
async function nextMessage(child) {
  const over = new AbortController();
  try {
    const ended = once(child, 'exit', { signal: over.signal }).then(() => {
      throw new Error('A contender ended before its time.');
    });
    const [message] = await Promise.race([once(child, 'message', { signal: over.signal }), ended]);
    return message;
  } finally {
    over.abort();
  }
}

/** @param {Result[]} results */
function table(results) {
  const rows = [
    ['LeNet-5, batch 64', 'images/s', 'share'],
    ...results.map(({ who: name, imagesPerSecond, ratioToLayerwise }) => [
      name,
      imagesPerSecond.toLocaleString('en'),
      ratioToLayerwise.toFixed(2),
    ]),
  ];
  return rows.map(
    ([name = '', speed = '', ratio = '']) => `${name.padEnd(30)}${speed.padStart(10)}${ratio.padStart(8)}`,
  );
}

/**
 * @param {string} option
 * @param {string} text
 */
function positive(option, text) {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value)))
    throw new Error(`${option} must be a number above 0; got "${text}".`);
  return value;
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
