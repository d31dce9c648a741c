// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {object} ProgramResult
 * @property {number} code exit code; -1 when the program could not be started or was ended by a signal
 * @property {string} output the end of what it wrote to standard output and error, for messages
 * @property {string} stdout
 */

const keptOutput = 64_000;

/**
 * Runs a program without a shell and collects what it says. Never rejects: a program that is not there is code -1.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, echo?: boolean}} options `echo` shows its output on standard error
 * @returns {Promise<ProgramResult>}
 */
export function runProgram(program, parameters, options = {}) {
  return new Promise((settle) => {
    const child = spawn(program, parameters, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      output = (output + chunk.toString('utf8')).slice(-keptOutput);
      if (options.echo) process.stderr.write(chunk);
    };
    child.stdout.on('data', (chunk) => {
      stdout += chunk.toString('utf8');
      collect(chunk);
    });
    child.stderr.on('data', collect);
    child.on('error', (error) => settle({ code: -1, output: error.message, stdout: '' }));
    child.on('close', (code) => settle({ code: code ?? -1, output, stdout }));
  });
}

/**
 * The last lines of a program's output, for an error message.
 *
 * @param {string} output
 * @returns {string}
 */
export function lastLines(output, count = 5) {
  return output.trim().split('\n').slice(-count).join('\n');
}
