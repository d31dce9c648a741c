// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseTensorFlow, machineFacts } from './computeDevice.mjs';
import { say } from './progress.mjs';
import { lastLines, runProgram } from './runProgram.mjs';
import { ensureAddon, installAddon, tfjsNodeFolder } from './tensorflowAddon.mjs';
import { ensureTensorFlowLibrary, tensorFlowVersion } from './tensorflowLibrary.mjs';

/**
 * tfjs-node's own install script, for the platforms that have no library of ours.
 *
 * @param {string} reason
 */
async function installByTfjsNode(reason) {
  const tfjsNode = tfjsNodeFolder();
  if (existsSync(join(tfjsNode, 'lib', 'napi-v8', 'tfjs_binding.node'))) return;
  say(`Installing TensorFlow by tfjs-node's own script: ${reason}.`);
  // Only Windows and Linux x64 have a GPU build among its downloads.
  const kind = process.platform === 'win32' ? 'gpu' : 'cpu';
  const script = join('scripts', 'install.js');
  const { code, output } = await runProgram(process.execPath, [script, kind, 'download'], {
    cwd: tfjsNode,
    echo: true,
  });
  if (code !== 0) {
    throw new Error(
      `tfjs-node could not install TensorFlow for ${process.platform} ${process.arch}: ${lastLines(output)}\nIt downloads from storage.googleapis.com: check that the network allows it.`,
    );
  }
}

/**
 * @typedef {{version: string, device: string, reason: string}} TensorFlowSetup `device` and `reason` for people
 * @typedef {{thorough?: boolean}} SetupOptions `thorough` hashes every file in the cache
 */

/**
 * @param {'cpu' | 'gpu'} variant
 * @param {string} reason
 * @param {SetupOptions} options
 * @returns {Promise<TensorFlowSetup>}
 */
async function installVariant(variant, reason, options) {
  const library = await ensureTensorFlowLibrary(variant, options);
  await installAddon(await ensureAddon(library, options), library);
  return { version: tensorFlowVersion, device: variant === 'gpu' ? 'NVIDIA GPU' : 'CPU', reason };
}

/**
 * @param {string} reason
 * @returns {TensorFlowSetup}
 */
function wasmSetup(reason) {
  return { version: 'in JavaScript', device: 'WebAssembly', reason };
}

/**
 * Makes sure that the addon of `@tensorflow/tfjs-node-gpu` can be loaded in this checkout, unless LAYERWISE_TENSORFLOW
 * asks to do without. Where the GPU's libraries can't be had and nobody asked for them by name, the CPU's are used.
 *
 * @param {SetupOptions} options
 * @returns {Promise<TensorFlowSetup>}
 */
export async function ensureTensorFlow(options = {}) {
  const facts = machineFacts();
  const { variant, reason } = chooseTensorFlow(facts);
  if (variant === 'wasm') return wasmSetup(reason);
  if (variant === 'tfjs') {
    await installByTfjsNode(reason);
    return { version: "of tfjs-node's own download", device: 'CPU', reason };
  }
  if (variant === 'cpu' || facts.request?.startsWith('gpu')) return installVariant(variant, reason, options);
  try {
    return await installVariant('gpu', reason, options);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    say(`${fault}\nTraining will run on the CPU instead.`);
    return installVariant('cpu', 'the libraries for the GPU could not be set up', options);
  }
}

/**
 * The same for those who go on without: what can't be had is said in a sentence, and the engine trains on WebAssembly.
 *
 * @returns {Promise<TensorFlowSetup>}
 */
export async function ensureTensorFlowOrFallback() {
  // A wrong setting is a mistake to be corrected, not a lack.
  chooseTensorFlow(machineFacts());
  try {
    return await ensureTensorFlow();
  } catch (error) {
    const [fault = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    say(
      `TensorFlow can't be set up, so training will run on the slower WebAssembly engine; "npm run provision" tries again. The reason: ${fault}`,
    );
    return wasmSetup('TensorFlow could not be set up');
  }
}

/** For tests, which hold the engine to native TensorFlow. */
export async function requireTensorFlow() {
  const { device } = await ensureTensorFlow();
  if (device === 'WebAssembly')
    throw new Error('These tests need native TensorFlow: unset LAYERWISE_TENSORFLOW, or set it to "cpu".');
}
