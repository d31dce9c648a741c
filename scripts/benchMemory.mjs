#!/usr/bin/env node
// @ts-check
/**
 * How much memory training takes, as forecast and as measured: each network trains in a process of its own, validation and
 * checkpoints included, and Linux tells the most that the process held at once. docs/memory.md has the results.
 *
 *   npm run bench:memory [-- --json] [--check] [--only resnet-50] [--wasm]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { checkout } from './checkout.mjs';
import { requireTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

/** With --check: forecasts of the networks that it is held to are this near to what was measured. */
const tolerance = 0.2;

/**
 * @typedef {{network: string, heldTo: boolean, backend: string, ready: number, forecast: number, measured: number}} Result
 */

await reportFailure(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      wasm: { type: 'boolean', default: false },
    },
  });
  if (process.platform !== 'linux')
    throw new Error('The most memory that a process held is read from /proc, which only Linux has.');
  if (!values.wasm) await requireTensorFlow();
  const folder = await buildPrograms();
  const run = (/** @type {string[]} */ ...argv) =>
    answerOf(join(folder, 'memoryProcess.js'), argv, values.wasm);
  /** @type {string[]} */
  const names = await run();
  if (!values.json) console.log(`| Network | Forecast | Measured | Ratio |\n|---|---:|---:|---:|`);
  /** @type {Result[]} */
  const results = [];
  for (const [index, name] of names.entries()) {
    if (!name.includes(values.only)) continue;
    /** @type {Result} */
    const result = await run(String(index), join(folder, 'batchWorker.js'));
    results.push(result);
    const [forecast, measured] = [result.forecast, result.measured].map((bytes) => Math.round(bytes / 1e6));
    const ratio = (result.forecast / result.measured).toFixed(2);
    if (!values.json) console.log(`| ${name} | ${forecast} MB | ${measured} MB | ${ratio} |`);
  }
  if (values.json) console.log(JSON.stringify(results));
  const wrong = results.filter(
    ({ heldTo, forecast, measured }) => heldTo && Math.abs(forecast / measured - 1) > tolerance,
  );
  if (values.check && (wrong.length > 0 || results.length === 0)) {
    console.error(`Too far from what was measured: ${wrong.map(({ network }) => network).join('; ')}.`);
    process.exitCode = 1;
  }
});

/**
 * What the program sends before it ends.
 *
 * @param {string} program
 * @param {string[]} argv
 * @param {boolean} wasm
 */
async function answerOf(program, argv, wasm) {
  const env = {
    ...process.env,
    TF_CPP_MIN_LOG_LEVEL: '2',
    ...(wasm && { LAYERWISE_TENSORFLOW: 'wasm' }),
  };
  const child = fork(program, argv, { cwd: checkout, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [null])]);
  if (answer === null) throw new Error('The process that was measured ended before its time.');
  return answer;
}

/** @returns {Promise<string>} folder of the built programs */
async function buildPrograms() {
  const folder = join(checkout, 'node_modules', '.layerwise-bench-memory');
  await build({
    root: checkout,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rollupOptions: {
        input: {
          memoryProcess: 'test/bench/memory/memoryProcess.ts',
          batchWorker: 'src/engine/data/batchWorker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return folder;
}
