// @ts-check
import { z } from 'zod';

/** Where releases are published, from LAYERWISE_UPDATES: a folder on a web server that electron-builder's files lie in. */
const addressSchema = z.url({ protocol: /^https?$/ });

/**
 * The file app-update.yml, by which electron-updater knows where releases are; null where LAYERWISE_UPDATES names no
 * place, and the package looks for none.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string | null}
 */
export function updateSource(environment = process.env) {
  const wanted = environment['LAYERWISE_UPDATES'];
  if (wanted === undefined || wanted === '') return null;
  const address = addressSchema.safeParse(wanted);
  if (!address.success)
    throw new Error(
      `LAYERWISE_UPDATES must be the https address of a folder with releases, got "${wanted}".`,
    );
  // JSON is YAML, with its strings safely quoted.
  return `${JSON.stringify({ provider: 'generic', url: address.data, updaterCacheDirName: 'layerwise-updates' })}\n`;
}
