import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../../src/cli/runCli';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import { FuzzFailure } from '../campaign/judgement';
import { damageFile, type RunFile } from './runSamples';

let files: readonly RunFile[] = [];

/** Trains two runs into the folder `kept`, one of them not to its end, and bundles the other. */
export async function makeRuns(): Promise<void> {
  await command('train', 'small.layerwise', '--out', 'kept/whole');
  await command('train', 'small.layerwise', '--steps', '2', '--out', 'kept/cut');
  await command('bundle', 'kept/whole', '--out', 'kept/whole.layerwise-run');
  files = readdirSync('kept/cut', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path: path.replace('kept/', ''), bytes: new Uint8Array(readFileSync(path)) }));
  layOutRuns(null);
}

/** Puts the runs to `runs`, as they were made but for one file. */
export function layOutRuns(damaged: RunFile | null): void {
  rmSync('runs', { recursive: true, force: true });
  cpSync('kept', 'runs', { recursive: true });
  if (damaged !== null) writeFileSync(join('runs', damaged.path), damaged.bytes);
}

export function damagedFile(random: FuzzRandom): RunFile | null {
  const file = random.pickAny(files);
  return file === undefined ? null : { ...file, bytes: damageFile(random, file, files) };
}

async function command(...words: readonly string[]): Promise<void> {
  const said: string[] = [];
  const output = { write: (text: string) => said.push(text) };
  const signal = new AbortController().signal;
  const code = await runCli(words, { stdout: output, stderr: output, buildFolder: 'none', signal });
  if (code !== 0) throw new FuzzFailure(`${words.join(' ')} ended with ${code}: ${said.join('')}`);
}
