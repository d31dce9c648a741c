import { resolve } from 'node:path';

/**
 * The file that Layerwise is asked to open on its command line: the first parameter that is no switch, taken from
 * `folder`; null where there is none. Outside of a package the application's own folder comes before it.
 */
export function commandLineFile(
  parameters: readonly string[],
  folder: string,
  packaged: boolean,
): string | null {
  const [first, second] = parameters.slice(1).filter((parameter) => !parameter.startsWith('-'));
  const file = packaged ? first : second;
  return file === undefined ? null : resolve(folder, file);
}
