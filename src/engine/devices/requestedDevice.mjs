// @ts-check

/**
 * What LAYERWISE_TENSORFLOW, `--device` and the settings can ask for. Plain JavaScript for the provisioning scripts, as
 * nvidiaDriver.mjs is.
 *
 * @typedef {'cpu' | 'gpu' | 'wasm'} DeviceKind
 * @typedef {{kind: DeviceKind, gpu: number | null}} RequestedDevice `gpu` counts GPUs as nvidia-smi does, from 0; null
 *   for any
 */

/**
 * Reads "cpu", "gpu", "gpu:1" or "wasm"; null for anything else.
 *
 * @param {string} text
 * @returns {RequestedDevice | null}
 */
export function parseDeviceRequest(text) {
  if (text === 'cpu' || text === 'gpu' || text === 'wasm') return { kind: text, gpu: null };
  const [, index] = /^gpu:(\d{1,3})$/.exec(text) ?? [];
  return index === undefined ? null : { kind: 'gpu', gpu: Number(index) };
}
