// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../provision/cacheFolder.mjs';
import { sha256OfText } from '../provision/digests.mjs';
import { requireSpace } from '../provision/diskSpace.mjs';
import { watchGrowth } from '../provision/folderGrowth.mjs';
import { startProgress } from '../provision/progress.mjs';
import { lastLines, runProgram } from '../provision/runProgram.mjs';
import { ensureFolder } from '../provision/stampedFolder.mjs';

/**
 * Frameworks in Python that the benchmark compares with, each in a virtual environment of its own, so that one that
 * can't be had takes no other with it. `disk` in bytes while it is set up.
 */
const frameworks = {
  keras: { label: 'Keras 3.15.1 on TensorFlow 2.21.0', disk: 2.5e9 },
  pytorch: { label: 'PyTorch 2.14.1', disk: 6e9 },
  onnx: { label: 'ONNX and onnxscript', disk: 4e8 },
  tensorboard: { label: 'TensorBoard', disk: 5e8 },
};

/** @typedef {keyof typeof frameworks} Framework */

/**
 * Makes sure that a framework is installed in the cache, and returns its environment's Python. What stands in the way
 * (no Python, no pip, no network, no room) is thrown as a sentence.
 *
 * @param {Framework} framework
 * @returns {Promise<string>}
 */
export async function ensurePythonPeer(framework) {
  const { label, disk } = frameworks[framework];
  const requirements = fileURLToPath(new URL(`./${framework}.txt`, import.meta.url));
  const python = await findPython();
  const source = sha256OfText(`${python.version}\n${await readFile(requirements, 'utf8')}`);
  const folder = join(cacheFolder(), `bench-${framework}`);
  // The lists of these leave requirements out on purpose.
  const pip = framework === 'pytorch' || framework === 'onnx' ? ['--no-deps'] : [];
  await ensureFolder({
    folder,
    source,
    make: async (staging) => {
      await requireSpace(staging, disk, label);
      await install(python.program, [...pip, '-r', requirements], staging, label);
    },
  });
  return environmentPython(folder);
}

/**
 * The same for several, one after the other; one that can't be had takes no other with it.
 *
 * @param {readonly Framework[]} wanted
 */
export async function ensurePythonPeers(wanted) {
  for (const framework of wanted) await ensurePythonPeer(framework).catch(() => {});
}

/**
 * For whatever runs a framework: Python keeps what it compiles in the cache, also where a machine is set up not to.
 * Compiling anew is half of the start of PyTorch, and of Keras two thirds.
 */
export const keepsCompiled = {
  PYTHONDONTWRITEBYTECODE: '',
  PYTHONPYCACHEPREFIX: join(cacheFolder(), 'compiled-python'),
};

/** @param {string} folder */
function environmentPython(folder) {
  const onWindows = join(folder, 'Scripts', 'python.exe');
  return existsSync(onWindows) ? onWindows : join(folder, 'bin', 'python');
}

/** @returns {Promise<{program: string, version: string}>} a Python that has pip, and its version as "3.11.7" */
async function findPython() {
  let found = false;
  for (const program of ['python3', 'python']) {
    const { code, stdout } = await runProgram(program, [
      '-c',
      'import platform; print(platform.python_version())',
    ]);
    if (code !== 0) continue;
    found = true;
    const pip = await runProgram(program, ['-m', 'pip', '--version']);
    if (pip.code === 0) return { program, version: stdout.trim() };
  }
  throw new Error(
    found
      ? 'Python has no pip: install it (on Debian and Ubuntu "apt-get install python3-pip")'
      : 'there is no Python: install Python 3.11 or later with pip',
  );
}

/**
 * Into `staging`/content, which is moved afterwards: packages of a virtual environment are found from where its
 * Python lies.
 *
 * @param {string} program
 * @param {readonly string[]} what as pip takes it
 * @param {string} staging
 * @param {string} label
 */
async function install(program, what, staging, label) {
  const content = join(staging, 'content');
  const scratch = join(staging, 'scratch');
  await mkdir(scratch);
  const made = await runProgram(program, ['-m', 'venv', '--without-pip', content]);
  if (made.code !== 0) throw new Error(`no virtual environment could be made: ${lastLines(made.output)}`);
  const progress = startProgress(`Installing ${label} from PyPI`, null);
  const parameters = ['-m', 'pip', '--python', environmentPython(content), 'install', '--quiet'];
  parameters.push('--disable-pip-version-check', '--no-cache-dir', '--no-compile', '--only-binary=:all:');
  const installed = runProgram(program, [...parameters, ...what], {
    env: { ...process.env, TMPDIR: scratch },
  });
  const { code, output } = await watchGrowth(staging, (bytes) => progress.update(bytes), installed);
  if (code !== 0) {
    progress.fail();
    throw new Error(`pip could not install ${label}: ${lastLines(output)}`);
  }
  progress.finish();
}
