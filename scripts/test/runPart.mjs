// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs one program of the tests with its output shown, or handed to `print` where that is given. It gets a process group
 * of its own, so that nothing it started outlives an interruption or the time limit.
 *
 * @typedef {(text: Buffer) => void} Print
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{cwd: string, env?: NodeJS.ProcessEnv, minutes: number, print?: Print | undefined}} options `minutes` is the
 *   time limit
 * @returns {Promise<number>} exit code; 1 when it could not be started, was ended by a signal or took too long
 */
export function runPart(program, parameters, { cwd, env = process.env, minutes, print }) {
  return new Promise((settle) => {
    const child = spawn(program, parameters, {
      cwd,
      env,
      stdio: print === undefined ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (print !== undefined) for (const stream of [child.stdout, child.stderr]) stream?.on('data', print);
    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, signal);
      } catch {
        // The group has ended already.
      }
    };
    const timer = setTimeout(() => {
      process.stderr.write(`${program} took more than ${minutes} minutes and was ended.\n`);
      end('SIGKILL');
    }, minutes * 60_000);
    const interrupt = () => {
      end('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      settle(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
