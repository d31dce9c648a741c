// @ts-check
import { fork } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {import('../../test/fuzz/campaign/messages').FuzzMessage} FuzzMessage
 * @typedef {{how: 'done' | 'crashed' | 'hung', index: number, words: string}} Ending
 */

/** How often the number under way is looked at. */
const lookMilliseconds = 500;
/** A process that does nothing hangs after so many times the time limit. */
const idleTimes = 6;
/** A process may take so long before its first input: it loads TensorFlow, perhaps on a busy machine. */
const startSeconds = 120;

/**
 * Runs one fuzzing process to its end, or ends it where an input hangs.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{folder: string, secondsPerInput: number, onMessage: (message: FuzzMessage) => void}} options `folder` is
 *   all that the process should write to
 * @returns {Promise<Ending>}
 */
export function runFuzzProcess(program, parameters, { folder, secondsPerInput, onMessage }) {
  const sandbox = join(folder, 'sandbox');
  const numberFile = join(folder, 'number');
  mkdirSync(sandbox, { recursive: true });
  return new Promise((settle) => {
    const child = fork(program, [...parameters, '--folder', sandbox, '--numberFile', numberFile], {
      cwd: sandbox,
      env: environment(folder),
      execArgv: ['--expose-gc', '--max-old-space-size=1536'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let words = '';
    let index = -1;
    let changed = { at: Date.now(), processor: 0 };
    let done = false;
    let hung = false;
    for (const output of [child.stdout, child.stderr])
      output?.on('data', (data) => {
        words = `${words}${data}`.slice(-4000);
      });
    child.on('message', (/** @type {FuzzMessage} */ message) => {
      done ||= message.type === 'done' || message.type === 'targets';
      onMessage(message);
    });
    const watch = setInterval(() => {
      const found = numberIn(numberFile);
      const processor = processorSeconds(child.pid);
      if (found !== index) [index, changed] = [found, { at: Date.now(), processor }];
      const limit = index < 0 ? startSeconds : secondsPerInput;
      // On a busy machine a process waits for others; only what waits for nothing, or works that long, hangs.
      const waited = (Date.now() - changed.at) / 1000;
      if (hung || (waited < idleTimes * limit && processor - changed.processor < limit)) return;
      hung = true;
      child.kill('SIGKILL');
    }, lookMilliseconds);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      index = numberIn(numberFile);
      if (hung) settle({ how: 'hung', index, words });
      else if (done && code === 0) settle({ how: 'done', index, words });
      else settle({ how: 'crashed', index, words: `exit code ${code}, signal ${signal}\n${words}` });
    });
  });
}

/**
 * Processor time that a process has had; for want of /proc the time of the clock.
 *
 * @param {number | undefined} pid
 */
function processorSeconds(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // User and system time in ticks, of which Linux has 100 in a second for all programs.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Date.now() / 1000;
  }
}

/** @param {string} folder */
function environment(folder) {
  return {
    ...process.env,
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    LAYERWISE_DATASETS: join(folder, 'datasets'),
    // Nothing listens there: downloads fail at once, and nothing leaves this machine.
    LAYERWISE_DATASET_MIRROR: 'http://127.0.0.1:9',
  };
}

/** @param {string} path */
function numberIn(path) {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return text === '' ? -1 : Number(text);
  } catch {
    return -1;
  }
}
