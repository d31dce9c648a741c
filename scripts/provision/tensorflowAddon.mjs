// @ts-check
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { sha256OfFile, sha256OfText } from './digests.mjs';
import { say } from './progress.mjs';
import { lastLines, runProgram } from './runProgram.mjs';
import { ensureFolder } from './stampedFolder.mjs';

/**
 * tfjs-node's native addon, compiled from the source in its npm package against a TensorFlow library in the cache.
 * The addon finds its libraries in deps/lib of the npm package, where this module puts links.
 */
const require = createRequire(import.meta.url);
const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'];
const flags = ['-O2', '-std=c++17', '-fPIC', '-shared', '-DNAPI_VERSION=8'];
const linkFlags = [
  '-l:libtensorflow_cc.so.2',
  '-l:libtensorflow_framework.so.2',
  '-Wl,-rpath,$ORIGIN/../../deps/lib',
];

/** Folder of the npm package whose addon is built. */
export function tfjsNodeFolder() {
  return dirname(require.resolve('@tensorflow/tfjs-node-gpu/package.json'));
}

async function findCompiler() {
  const candidates = [process.env['CXX'], 'g++', 'clang++', 'c++'];
  for (const compiler of candidates) {
    if (compiler && (await runProgram(compiler, ['--version'])).code === 0) return compiler;
  }
  throw new Error(
    'The TensorFlow addon must be compiled once (10 s) and no C++ compiler was found. Install one, on Debian and Ubuntu with "apt-get install -y g++", and run the command again; CXX names a compiler elsewhere.',
  );
}

/**
 * @param {string} tfjsNode
 * @param {string} library
 */
async function addonSource(tfjsNode, library) {
  const binding = join(tfjsNode, 'binding');
  const parts = [...flags, ...linkFlags];
  for (const file of (await readdir(binding)).sort())
    parts.push(file, await sha256OfFile(join(binding, file)));
  parts.push(
    await readFile(join(library, 'layerwise-stamp.json'), 'utf8').then((text) => JSON.parse(text).source),
  );
  return sha256OfText(JSON.stringify(parts));
}

/**
 * Compiles the addon unless the cache holds it.
 *
 * @param {string} library folder of the TensorFlow library
 * @param {{thorough?: boolean}} options
 * @returns {Promise<string>} path of the addon in the cache
 */
export async function ensureAddon(library, { thorough = false } = {}) {
  const tfjsNode = tfjsNodeFolder();
  const source = await addonSource(tfjsNode, library);
  const folder = join(cacheFolder(), `tfjs-addon-${source.slice(0, 16)}`);
  await ensureFolder({
    folder,
    source,
    thorough,
    make: async (staging) => {
      const compiler = await findCompiler();
      say('Compiling the TensorFlow addon (about 10 s) …');
      const nodeHeaders = join(dirname(require.resolve('node-api-headers/package.json')), 'include');
      const { code, output } = await runProgram(compiler, [
        ...flags,
        ...[`-I${nodeHeaders}`, `-I${join(library, 'include')}`, `-I${tfjsNode}`],
        ...sources.map((file) => join(tfjsNode, 'binding', file)),
        ...['-o', join(staging, 'content', 'tfjs_binding.node'), `-L${join(library, 'lib')}`, ...linkFlags],
      ]);
      if (code !== 0) {
        throw new Error(
          `The TensorFlow addon did not compile with ${compiler}:\n${lastLines(output, 12)}\nGCC 9 or later is needed ("apt-get install -y g++"); CXX names another compiler.`,
        );
      }
    },
  });
  return join(folder, 'tfjs_binding.node');
}

/**
 * Points `link` at `target`, replacing what was there.
 *
 * @param {string} target
 * @param {string} link
 */
async function ensureLink(target, link) {
  if ((await readlink(link).catch(() => null)) === target) return;
  await rm(link, { recursive: true, force: true });
  await symlink(target, link).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/**
 * Puts the addon and links to its libraries where they are looked for.
 *
 * @param {string} addon
 * @param {string} library
 * @param {string} [tfjsNode] folder laid out as tfjs-node's package
 */
export async function installAddon(addon, library, tfjsNode = tfjsNodeFolder()) {
  const place = join(tfjsNode, 'lib', 'napi-v8');
  const installed = join(place, 'tfjs_binding.node');
  await mkdir(place, { recursive: true });
  await mkdir(join(tfjsNode, 'deps'), { recursive: true });
  // TensorFlow looks for CUDA in ../nvidia beside its own folder, as in Python's site-packages.
  const links = join(tfjsNode, 'deps');
  await ensureLink(join(library, 'lib'), join(links, 'lib'));
  if (existsSync(join(library, 'nvidia'))) await ensureLink(join(library, 'nvidia'), join(links, 'nvidia'));
  else await rm(join(links, 'nvidia'), { force: true });
  const wanted = await sha256OfFile(addon);
  const present = await sha256OfFile(installed).catch(() => null);
  if (present === wanted) return;
  // A running engine may have the old file loaded: replace it in one step instead of writing into it.
  const fresh = `${installed}.${process.pid}`;
  await copyFile(addon, fresh);
  await chmod(fresh, 0o755);
  await rename(fresh, installed);
}
