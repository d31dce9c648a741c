// @ts-check
import { join } from 'node:path';
import { ensurePythonPeers } from '../bench/pythonPeers.mjs';
import { ensureBuild } from '../build/ensureBuild.mjs';
import { checkout } from '../checkout.mjs';
import { requireTensorFlow } from '../provision/tensorflow.mjs';
import { countByReport } from './countByReport.mjs';
import { crashed, nothing } from './counts.mjs';
import { endToEnd, ensureWindow, windowTests } from './endToEnd.mjs';
import { outcomeOfFuzzing, outcomeOfVitest } from './reports.mjs';
import { runPart } from './runPart.mjs';

/**
 * One part of the tests. `run` returns its counts and failures; what it throws makes the part failed. Its programs' output
 * is shown, or handed to `print` where that is given. `prepare` brings what has to be downloaded for it, while other parts
 * run; where that fails, `run` says so. One that reads `sourcesOnly` needn't wait for TensorFlow and Electron.
 *
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {import('./reports.mjs').Outcome} Outcome
 * @typedef {{minutes?: number, print?: import('./runPart.mjs').Print}} PartOptions
 * @typedef {(parameters: readonly string[], options?: PartOptions) => Promise<Outcome>} Run
 * @typedef {{name: string, run: Run, prepare?: () => Promise<unknown>, sourcesOnly?: true}} Part
 */

/** @param {string} path inside node_modules */
const tool = (path) => join(checkout, 'node_modules', path);

const passed = { counts: { ...nothing, passed: 1 }, failures: [] };

/** @param {string} failure @returns {Outcome} */
const failed = (failure) => ({ counts: crashed, failures: [failure] });

/**
 * A check that has no tests inside: one passed or one failed.
 *
 * @param {string} script path of the program inside node_modules
 * @param {readonly string[]} parameters
 */
async function check(script, parameters) {
  const code = await runPart(process.execPath, [tool(script), ...parameters], { cwd: checkout, minutes: 5 });
  return code === 0 ? passed : failed(`${script} found something`);
}

/**
 * @param {readonly string[]} projects of vitest.config.ts
 * @param {readonly string[]} parameters
 * @param {number} minutes
 * @param {PartOptions} [options]
 */
function vitest(projects, parameters, minutes, { print } = {}) {
  return countByReport(
    (report) =>
      runPart(
        process.execPath,
        [
          ...[tool('vitest/vitest.mjs'), 'run', '--allowOnly=false'],
          ...projects.flatMap((project) => ['--project', project]),
          ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...parameters],
        ],
        { cwd: checkout, minutes, print },
      ),
    outcomeOfVitest,
  );
}

/** All parts in the order in which they run: the quick ones first. @type {readonly Part[]} */
export const parts = [
  {
    name: 'types',
    sourcesOnly: true,
    run: (parameters) => check('typescript/bin/tsc', ['--noEmit', ...parameters]),
  },
  {
    name: 'lint',
    sourcesOnly: true,
    run: (parameters) => check('@biomejs/biome/bin/biome', ['check', ...parameters]),
  },
  { name: 'unit', run: (parameters, options) => vitest(['unit', 'unit-window'], parameters, 10, options) },
  {
    name: 'build',
    run: async () => {
      await ensureBuild();
      return passed;
    },
  },
  {
    name: 'parity',
    prepare: () => ensurePythonPeers(['tensorboard']),
    run: async (parameters, options) => {
      await requireTensorFlow();
      await ensureBuild();
      return vitest(['parity', 'parity-alone'], parameters, 20, options);
    },
  },
  {
    name: 'code',
    prepare: () => ensurePythonPeers(['keras', 'pytorch', 'onnx']),
    run: async (parameters, options) => {
      await requireTensorFlow();
      return vitest(['code'], parameters, 15, options);
    },
  },
  {
    name: 'server',
    run: async (parameters, options) => {
      await requireTensorFlow();
      await ensureBuild();
      return vitest(['server'], parameters, 10, options);
    },
  },
  {
    name: 'kernels',
    run: async (parameters, options) => {
      await requireTensorFlow();
      return vitest(['parity-without-onednn'], parameters, 10, options);
    },
  },
  {
    name: 'fuzz',
    run: (parameters, { print } = {}) =>
      countByReport(
        (report) =>
          runPart(
            process.execPath,
            [join(checkout, 'scripts', 'fuzz.mjs'), '--short', '--report', report, ...parameters],
            { cwd: checkout, minutes: 5, print },
          ),
        outcomeOfFuzzing,
      ),
  },
  {
    name: 'e2e',
    prepare: ensureWindow,
    run: (parameters, { minutes } = {}) => windowTests(parameters, minutes),
  },
  {
    name: 'package',
    run: (parameters, { print } = {}) => endToEnd({ projects: ['package'], parameters, print }),
  },
];

/**
 * Parts that run one after the other while another does: types and parity are one process at a time, and keep one core busy
 * for most of their time. The end-to-end tests, which hold the window to times, have the machine to themselves; those of
 * the package hold it to none that a busy machine would miss.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const besideParts = {
  types: ['lint'],
  parity: ['code', 'server', 'kernels', 'fuzz', 'package'],
};
