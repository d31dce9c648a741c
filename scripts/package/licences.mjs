// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { tensorFlowVersion } from '../provision/tensorflowLibrary.mjs';

/** @typedef {import('./installedPackages.mjs').InstalledPackage} InstalledPackage */

const rule = '-'.repeat(80);

/** Licences whose text is the same for all; packages that carry none of their own refer to these. LGPL-3.0 builds on GPL-3.0. */
const commonTexts = ['Apache-2.0', 'ISC', 'MIT', 'LGPL-3.0', 'GPL-3.0', 'OFL-1.1'];

/**
 * The licences of everything that a package of Layerwise carries, beside Electron's own, as one text.
 *
 * @param {readonly InstalledPackage[]} packages
 * @returns {Promise<string>}
 */
export async function licences(packages) {
  const sections = await Promise.all(packages.map(section));
  const common = await Promise.all(
    commonTexts.map(async (name) => [
      rule,
      name,
      '',
      await readFile(join(checkout, 'resources', 'licences', `${name}.txt`), 'utf8'),
    ]),
  );
  return [
    'Layerwise carries the works below. Electron and Chromium have their own files beside this one:',
    'LICENSE.electron.txt and LICENSES.chromium.html.',
    '',
    rule,
    `TensorFlow ${tensorFlowVersion} (Apache-2.0), https://www.tensorflow.org, with the libraries that it links:`,
    'https://github.com/tensorflow/tensorflow/tree/master/third_party. The text of Apache-2.0 is at the end.',
    '',
    'MNIST: Y. LeCun, C. Cortes and C. Burges.',
    '',
    ...sections.flat(),
    ...common.flat(),
  ].join('\n');
}

/** @param {InstalledPackage} installed */
async function section({ name, version, licence, author, folder }) {
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const own = texts.map((text) => text.trim()).join('\n\n');
  if (own === '' && !commonTexts.some((text) => licence.includes(text)))
    throw new Error(`${name} carries no text of its licence, ${licence}: add it to resources/licences.`);
  const holder = author === '' ? 'its authors' : author;
  return [
    rule,
    `${name} ${version} (${licence})`,
    '',
    own === '' ? `Copyright: ${holder}. The text of the licence is at the end.` : own,
    '',
  ];
}
