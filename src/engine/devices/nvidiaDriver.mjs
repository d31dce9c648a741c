// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/**
 * The NVIDIA driver, as far as it decides which TensorFlow suits a machine. Plain JavaScript, so that the provisioning
 * scripts of a checkout, which run before anything is built, hold to the same rules as the engine.
 */

/** CUDA 12 runs on drivers from this major version up (CUDA 12 release notes, table 2, minor version compatibility). */
export const oldestDriver = 525;

/** Where WSL puts the driver library of Windows. */
const wslLibrary = '/usr/lib/wsl/lib/libcuda.so.1';

/**
 * Version of the loaded NVIDIA kernel driver on Linux, from the text of /proc/driver/nvidia/version; `unknown` where
 * the text has another form.
 *
 * @param {string} text
 * @returns {string}
 */
export function parseDriverVersion(text) {
  return /\s(\d+\.\d+(?:\.\d+)?)\s/.exec(text)?.[1] ?? 'unknown';
}

/**
 * Version of the NVIDIA driver on Linux: null without one, `unknown` under WSL, where the driver belongs to Windows.
 *
 * @returns {string | null}
 */
export function findNvidiaDriver(versionFile = '/proc/driver/nvidia/version', libraryOfWsl = wslLibrary) {
  try {
    return parseDriverVersion(readFileSync(versionFile, 'utf8'));
  } catch {
    return existsSync(libraryOfWsl) ? 'unknown' : null;
  }
}

/**
 * Whether CUDA 12 can't run on a driver. One of unknown version is given the benefit of the doubt.
 *
 * @param {string} version
 * @returns {boolean}
 */
export function driverIsTooOld(version) {
  return Number.parseInt(version, 10) < oldestDriver;
}
