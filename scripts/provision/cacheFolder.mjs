// @ts-check
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The folder that downloads are kept in between runs and shared by all checkouts:
 * LAYERWISE_CACHE, else XDG_CACHE_HOME/layerwise, else ~/.cache/layerwise.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string}
 */
export function cacheFolder(environment = process.env) {
  const override = environment['LAYERWISE_CACHE'];
  if (override) return resolve(override);
  const xdg = environment['XDG_CACHE_HOME'];
  return join(xdg ? resolve(xdg) : join(homedir(), '.cache'), 'layerwise');
}
