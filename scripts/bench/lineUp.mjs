// @ts-check
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { say } from '../provision/progress.mjs';
import { ContenderProcess } from './contenderProcess.mjs';
import { contenders } from './contenders.mjs';
import { classes } from './networks.mjs';
import { ensurePythonPeer } from './pythonPeers.mjs';

/** @typedef {import('./contenders.mjs').Contender} Contender */

/** How many threads each contender computes with. */
export const threads = availableParallelism();

/** All on the CPU, with oneDNN and the same number of threads. */
const environment = {
  ...process.env,
  CUDA_VISIBLE_DEVICES: '-1',
  TF_ENABLE_ONEDNN_OPTS: '1',
  TF_CPP_MIN_LOG_LEVEL: '2',
  TF_NUM_INTRAOP_THREADS: String(threads),
  TF_NUM_INTEROP_THREADS: String(threads),
  OMP_NUM_THREADS: String(threads),
};

/** Programs of the contenders in Python, in test/bench, and what they take besides the race. */
const pythonPrograms = /** @type {const} */ ({
  keras: ['keras_contender.py', 'train_on_batch'],
  kerasFunction: ['keras_contender.py', 'function'],
  pytorch: ['pytorch_contender.py', 'contiguous'],
  pytorchChannelsLast: ['pytorch_contender.py', 'channels_last'],
});

/**
 * The Python of each contender that needs one, installed where it was missing. Those that can't be had are left out,
 * with a sentence that says why.
 *
 * @param {readonly Contender[]} wanted
 * @returns {Promise<{pythons: ReadonlyMap<string, string>, leftOut: ReadonlySet<Contender>}>} Pythons by framework
 */
export async function pythonsOf(wanted) {
  /** @type {Map<string, string>} */
  const pythons = new Map();
  /** @type {Set<Contender>} */
  const leftOut = new Set();
  for (const framework of new Set(wanted.map((name) => contenders[name].python))) {
    if (framework === null) continue;
    try {
      pythons.set(framework, await ensurePythonPeer(framework));
    } catch (error) {
      const lacking = wanted.filter((name) => contenders[name].python === framework);
      for (const name of lacking) leftOut.add(name);
      const names = lacking.map((name) => contenders[name].label).join(' and ');
      say(`${names} left out: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { pythons, leftOut };
}

/**
 * Starts a contender's process.
 *
 * @param {Contender} name
 * @param {import('./networks.mjs').Race} race
 * @param {{data: string, nodeProgram: string, pythons: ReadonlyMap<string, string>}} places
 */
export function startContender(name, { network, batch }, { data, nodeProgram, pythons }) {
  const race = JSON.stringify({ network: network.name, batch, shape: network.shape, classes, threads, data });
  const { label, python } = contenders[name];
  const options = { cwd: checkout, env: environment };
  if (python === null)
    return new ContenderProcess(label, process.execPath, [nodeProgram, name, race], options);
  const [program, ...rest] = pythonPrograms[/** @type {keyof typeof pythonPrograms} */ (name)];
  const path = join(checkout, 'test', 'bench', program);
  return new ContenderProcess(label, pythons.get(python) ?? python, [path, race, ...rest], options);
}
