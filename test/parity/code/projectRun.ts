import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import type { ExportForm } from '../../../src/engine/exporting/exportForm';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';

/** Writes a project as `layerwise export` does, with the weights that the engine would start from. */
export async function writeProject(
  form: ExportForm,
  folder: string,
  document: NetworkDocument,
): Promise<void> {
  const analysis = analyse(document);
  mkdirSync(folder, { recursive: true });
  const weights = drawInitialWeights(analysis, document.training.seed);
  const files = await form.files({ document, analysis, weights, weightsText: 'as first drawn' });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}

/** What the README of a project says to type, behind the line that installs packages: words, DATA replaced. */
export function readmeCommands(folder: string, data: string): readonly (readonly string[])[] {
  const block = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(folder, 'README.md'), 'utf8'))?.[1] ?? '';
  const [install, ...commands] = block.trim().split('\n');
  if (install !== 'pip install -r requirements.txt') throw new Error(`The README begins with ${install}.`);
  return commands.map((line) => {
    const words = line.replace(/ +#.*/, '').split(' ');
    return words.map((word) => (word === 'DATA' ? data : word));
  });
}

type Framework = 'pytorch' | 'keras';

/** A command as a README has it, and the folder that it is typed in. */
export interface ProjectCommand {
  readonly folder: string;
  readonly words: readonly string[];
}

/** Runs a command of a README and waits for its end. */
export async function runCommand(framework: Framework, { folder, words }: ProjectCommand): Promise<void> {
  const [program = '', ...parameters] = words;
  await runPython(framework, folder, [...(launchers[program] ?? [program]), ...parameters]);
}

/** Runs commands that begin with `python` one after the other in one process, which takes seconds to start. */
export async function runTogether(framework: Framework, commands: readonly ProjectCommand[]): Promise<void> {
  const program = fileURLToPath(new URL('run_commands.py', import.meta.url));
  const listed = commands.map(({ folder, words: [, ...words] }) => ({ folder, words }));
  await runPython(framework, tmpdir(), [program, JSON.stringify(listed)]);
}

async function runPython(framework: Framework, folder: string, parameters: readonly string[]): Promise<void> {
  const python = await ensurePythonPeer(framework);
  await promisify(execFile)(python, parameters, {
    cwd: folder,
    env: { ...process.env, OMP_NUM_THREADS: '1', GLOO_SOCKET_IFNAME: 'lo' },
  });
}

/** What stands behind the environment's Python for each program. */
const launchers: Readonly<Record<string, readonly string[]>> = {
  python: [],
  torchrun: ['-m', 'torch.distributed.run', '--standalone'],
};

/** Starts a project's train.py and doesn't wait for it. */
export async function startTraining(
  framework: Framework,
  folder: string,
  parameters: readonly string[],
): Promise<ChildProcess> {
  const python = await ensurePythonPeer(framework);
  return spawn(python, ['train.py', ...parameters], { cwd: folder, stdio: 'ignore' });
}
