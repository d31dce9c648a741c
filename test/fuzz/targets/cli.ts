import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../../src/cli/runCli';
import { serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import type { FuzzTarget } from '../campaign/fuzzTarget';
import { checkSentence, FuzzFailure } from '../campaign/judgement';
import { damagedFile, layOutRuns, makeRuns } from './commandRuns';
import { type CommandSurroundings, commandWords } from './commandWords';
import type { RunFile } from './runSamples';
import { smallProject } from './smallProject';

interface CliInput {
  readonly words: readonly string[];
  /** A file of the interrupted run that was damaged; null where it is whole. */
  readonly damaged: RunFile | null;
  /** Whether the command is told to stop before it begins, so that training ends at once. */
  readonly stopped: boolean;
}

/** Relative to the folder that the process runs in, so that an input can be replayed elsewhere. */
const surroundings: CommandSurroundings = {
  projects: ['small.layerwise', 'lenet.layerwise', 'broken.layerwise', 'empty.layerwise', 'folder'],
  datasets: [
    'cifar/data_batch_1.bin',
    'cifar',
    'broken.npz',
    'images',
    'empty.layerwise',
    '/dev/null',
    '/dev/zero',
  ],
  runs: [
    'runs/whole',
    'runs/cut',
    'runs/cut',
    'runs/whole.layerwise-run',
    'small.layerwise',
    'folder',
    'runs',
    '/dev/null',
  ],
  places: [
    'out/a',
    'out/b.layerwise',
    'out/none/c',
    'small.layerwise/d',
    'folder',
    '/dev/full',
    'out/a\u0000b',
  ],
};

/** Options that ask for something else than JSON. */
const otherOutput = /^(--picture|--table|--version|--help|-V|-h|help)/;

let folder = '';

/** Command lines of all commands. */
export const cliTarget: FuzzTarget<CliInput> = {
  name: 'cli',
  about: 'command lines: every command and option, with values in order and out of it',
  weight: 12,
  secondsPerInput: 120,
  shortInputs: 200,
  async open(own) {
    folder = own;
    process.chdir(own);
    const text = serialiseProject(lenet5.create());
    mkdirSync('folder');
    mkdirSync('cifar');
    mkdirSync('images');
    writeFileSync('small.layerwise', serialiseProject(smallProject));
    writeFileSync('lenet.layerwise', text);
    writeFileSync('broken.layerwise', text.slice(0, 900));
    writeFileSync('empty.layerwise', '');
    writeFileSync('broken.npz', new Uint8Array(100));
    writeFileSync('cifar/data_batch_1.bin', new Uint8Array(3073 * 20));
    await makeRuns();
  },
  generate(random) {
    const words = commandWords(random, surroundings);
    // Only the small network is really trained: compiling a large one takes longer than all other inputs together.
    const damaged = random.oneIn(3) ? damagedFile(random) : null;
    return { words, damaged, stopped: !words.includes('small.layerwise') || !random.oneIn(10) };
  },
  async feed({ words, damaged, stopped }) {
    mkdirSync('out', { recursive: true });
    const environment = { ...process.env };
    const needsRuns = words.some((word) => word.startsWith('runs'));
    if (needsRuns) layOutRuns(damaged);
    const before = readdirSync('.').join();
    const signal = stopped ? AbortSignal.abort({ exitCode: 1 }) : AbortSignal.timeout(2000);
    const { code, ...written } = await runWords(words, signal);
    // Options for devices change it, and the next input is to find it as this one did.
    process.env = environment;
    const after = readdirSync('.').join();
    rmSync('out', { recursive: true, force: true });
    check(words, code, written, damaged === null ? '' : new TextDecoder('latin1').decode(damaged.bytes));
    if (after !== before) throw new FuzzFailure('The command wrote where it was not told to.');
    return code === 2 ? 'refused' : 'accepted';
  },
};

async function runWords(words: readonly string[], signal: AbortSignal) {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = await runCli(words, {
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
    buildFolder: join(folder, 'none'),
    signal,
  });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

function check(
  words: readonly string[],
  code: number,
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
  read: string,
): void {
  if (![0, 1, 2].includes(code)) throw new FuzzFailure(`The exit code is ${code}.`);
  const quoted = `${words.join(' ')} ${read}`;
  if (code === 2) checkSentence(stderr, 'What a refused command says', quoted);
  else if (stderr !== '') checkSentence(stderr, 'What a command says', quoted);
  if (code === 2 && stdout !== '') throw new FuzzFailure('A refused command has printed a result.');
  if (code === 0 && words.includes('--json') && !words.some((word) => otherOutput.test(word)))
    checkJson(stdout);
}

function checkJson(stdout: string): void {
  for (const line of stdout.split('\n').filter((text) => text !== ''))
    try {
      JSON.parse(line);
    } catch (cause) {
      throw new FuzzFailure(`With --json the output has a line that is none: ${line.slice(0, 200)}`, {
        cause,
      });
    }
}
