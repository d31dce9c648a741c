import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packageName = '@tensorflow/tfjs-node-gpu';

/** Names the folder that a packaged application fetches TensorFlow to. */
export const tensorFlowPlaceVariable = 'LAYERWISE_TENSORFLOW_PLACE';

/** The addon inside a folder that is laid out as tfjs-node's package. */
export function addonIn(folder: string): string {
  return join(folder, 'lib', 'napi-v8', 'tfjs_binding.node');
}

/**
 * The folder with TensorFlow's addon (`lib/napi-v8`) and its libraries (`deps`): the one that was fetched after
 * installation, else tfjs-node's package; null where that isn't installed.
 */
export function tensorFlowFolder(environment: Readonly<Record<string, string | undefined>>): string | null {
  const fetched = environment[tensorFlowPlaceVariable];
  if (fetched !== undefined && existsSync(addonIn(fetched))) return fetched;
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch {
    return null;
  }
}
