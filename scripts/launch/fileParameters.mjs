// @ts-check
import { resolve } from 'node:path';

/**
 * Parameters for Electron, which starts in the checkout: files are taken from the folder where the command was typed,
 * switches are left as they are.
 *
 * @param {readonly string[]} parameters
 * @param {string} folder
 */
export function withAbsoluteFiles(parameters, folder) {
  return parameters.map((parameter) => (parameter.startsWith('-') ? parameter : resolve(folder, parameter)));
}
