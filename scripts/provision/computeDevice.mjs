// @ts-check

import { driverIsTooOld, findNvidiaDriver, oldestDriver } from '../../src/engine/devices/nvidiaDriver.mjs';
import { nvidiaDevicesOnBus } from '../../src/engine/devices/pciBus.mjs';
import { parseDeviceRequest } from '../../src/engine/devices/requestedDevice.mjs';

/**
 * Which TensorFlow suits a machine, decided from what was found on it.
 *
 * @typedef {object} MachineFacts
 * @property {NodeJS.Platform | string} platform as in process.platform
 * @property {string} architecture as in process.arch
 * @property {string | null} nvidiaDriver version of the loaded NVIDIA kernel driver, null when there is none
 * @property {number} nvidiaDevices how many GPUs of NVIDIA's are on the PCI bus, with a driver or without
 * @property {string | undefined} request value of LAYERWISE_TENSORFLOW: "cpu", "gpu", "gpu:1", "wasm", or
 *   unset to decide here
 *
 * @typedef {{variant: 'cpu' | 'gpu' | 'tfjs' | 'wasm', reason: string}} TensorFlowChoice `tfjs` is tfjs-node's own
 *   download, `wasm` is TensorFlow.js, which npm has brought already
 */

/** @returns {MachineFacts} */
export function machineFacts() {
  return {
    platform: process.platform,
    architecture: process.arch,
    nvidiaDevices: nvidiaDevicesOnBus()?.length ?? 0,
    nvidiaDriver: process.platform === 'linux' ? findNvidiaDriver() : null,
    request: process.env['LAYERWISE_TENSORFLOW'],
  };
}

/**
 * @param {MachineFacts} facts
 * @returns {TensorFlowChoice}
 */
export function chooseTensorFlow({ platform, architecture, nvidiaDriver, nvidiaDevices, request }) {
  const wanted = request === undefined || request === '' ? undefined : parseDeviceRequest(request);
  if (wanted === null) {
    throw new Error(`LAYERWISE_TENSORFLOW must be "cpu", "gpu", "gpu:1" or "wasm", got "${request}".`);
  }
  if (wanted?.kind === 'wasm') {
    return { variant: 'wasm', reason: 'LAYERWISE_TENSORFLOW asks to do without native TensorFlow' };
  }
  if (platform !== 'linux' || architecture !== 'x64') {
    return {
      variant: 'tfjs',
      reason: `no current TensorFlow library is packaged for ${platform} ${architecture}, so tfjs-node's own download is used (not tried by us)`,
    };
  }
  if (wanted?.kind === 'cpu') return { variant: 'cpu', reason: 'LAYERWISE_TENSORFLOW asks for the CPU' };
  if (wanted?.kind === 'gpu') return { variant: 'gpu', reason: 'LAYERWISE_TENSORFLOW asks for the GPU' };
  if (nvidiaDriver === null && nvidiaDevices > 0) {
    return {
      variant: 'cpu',
      reason: 'there is an NVIDIA GPU, but no driver for it: "npx layerwise devices" says how to get one',
    };
  }
  if (nvidiaDriver === null) return { variant: 'cpu', reason: 'no NVIDIA driver was found' };
  if (driverIsTooOld(nvidiaDriver)) {
    return {
      variant: 'cpu',
      reason: `the NVIDIA driver ${nvidiaDriver} is older than ${oldestDriver}, which CUDA 12 needs: update it to train on the GPU`,
    };
  }
  const version = nvidiaDriver === 'unknown' ? '' : ` ${nvidiaDriver}`;
  return { variant: 'gpu', reason: `an NVIDIA driver${version} was found` };
}
