// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/**
 * Which TensorFlow suits a machine, decided from what was found on it.
 *
 * @typedef {object} MachineFacts
 * @property {NodeJS.Platform | string} platform as in process.platform
 * @property {string} architecture as in process.arch
 * @property {string | null} nvidiaDriver version of the loaded NVIDIA kernel driver, null when there is none
 * @property {string | undefined} request value of LAYERWISE_TENSORFLOW: "cpu", "gpu", "wasm", or unset to decide here
 *
 * @typedef {{variant: 'cpu' | 'gpu' | 'tfjs' | 'wasm', reason: string}} TensorFlowChoice `tfjs` is tfjs-node's own
 *   download, `wasm` is TensorFlow.js, which npm has brought already
 */

/** CUDA 12 runs on drivers from this major version up (CUDA 12 release notes, table 2, minor version compatibility). */
const oldestDriver = 525;

/**
 * Version of the NVIDIA kernel driver on Linux, null without one.
 *
 * @returns {string | null}
 */
export function findNvidiaDriver(
  versionFile = '/proc/driver/nvidia/version',
  wslLibrary = '/usr/lib/wsl/lib/libcuda.so.1',
) {
  try {
    const text = readFileSync(versionFile, 'utf8');
    return /\s(\d+\.\d+(?:\.\d+)?)\s/.exec(text)?.[1] ?? 'unknown';
  } catch {
    return existsSync(wslLibrary) ? 'unknown' : null;
  }
}

/** @returns {MachineFacts} */
export function machineFacts() {
  return {
    platform: process.platform,
    architecture: process.arch,
    nvidiaDriver: process.platform === 'linux' ? findNvidiaDriver() : null,
    request: process.env['LAYERWISE_TENSORFLOW'],
  };
}

/**
 * @param {MachineFacts} facts
 * @returns {TensorFlowChoice}
 */
export function chooseTensorFlow({ platform, architecture, nvidiaDriver, request }) {
  if (request === 'wasm') {
    return { variant: 'wasm', reason: 'LAYERWISE_TENSORFLOW asks to do without native TensorFlow' };
  }
  if (request !== undefined && request !== '' && request !== 'cpu' && request !== 'gpu') {
    throw new Error(`LAYERWISE_TENSORFLOW must be "cpu", "gpu" or "wasm", got "${request}".`);
  }
  if (platform !== 'linux' || architecture !== 'x64') {
    return {
      variant: 'tfjs',
      reason: `no current TensorFlow library is packaged for ${platform} ${architecture}, so tfjs-node's own download is used (not tried by us)`,
    };
  }
  if (request === 'cpu') return { variant: 'cpu', reason: 'LAYERWISE_TENSORFLOW asks for the CPU' };
  if (request === 'gpu') return { variant: 'gpu', reason: 'LAYERWISE_TENSORFLOW asks for the GPU' };
  if (nvidiaDriver === null) return { variant: 'cpu', reason: 'no NVIDIA driver was found' };
  const major = Number.parseInt(nvidiaDriver, 10);
  if (major < oldestDriver) {
    return {
      variant: 'cpu',
      reason: `the NVIDIA driver ${nvidiaDriver} is older than ${oldestDriver}, which CUDA 12 needs: update it to train on the GPU`,
    };
  }
  const version = Number.isNaN(major) ? '' : ` ${nvidiaDriver}`;
  return { variant: 'gpu', reason: `an NVIDIA driver${version} was found` };
}
