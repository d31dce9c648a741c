// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { lastLines } from '../provision/runProgram.mjs';

/** Characters of a contender's talk that are kept for the message where it fails. */
const keptTalk = 64_000;

/**
 * What a contender tells of itself once it is ready.
 *
 * @typedef {{version: string, threads: number, parameters: number, multiplyAdds: number}} Introduction `parameters`
 *   counts trained numbers, `multiplyAdds` those of one image in convolutions and dense layers, forwards
 * @typedef {{images: number, seconds: number, loss: number}} Turn what was trained in how long, and the last loss
 */

/** One contender in a process of its own. It is sent lines of JSON and answers each with a line. */
export class ContenderProcess {
  #child;
  #lines;
  #who;
  /** What it wrote to standard error: libraries talk a lot, and it matters where a contender fails. */
  #talk = '';
  /** Settles when the process is over and all that it said has been heard. */
  #closed;

  /**
   * @param {string} who for messages
   * @param {string} program
   * @param {readonly string[]} parameters
   * @param {{cwd: string, env: NodeJS.ProcessEnv}} options
   */
  constructor(who, program, parameters, { cwd, env }) {
    this.#who = who;
    this.#child = spawn(program, parameters, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#closed = new Promise((settle) => this.#child.on('close', settle));
    this.#child.stderr.setEncoding('utf8').on('data', (text) => this.#hear(text));
    // A program that can't be started ends without a line, which is told where the line is waited for.
    this.#child.on('error', ({ message }) => this.#hear(message));
    this.#child.stdin.on('error', () => {});
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** @returns {Promise<Introduction>} */
  introduction() {
    return this.#answer();
  }

  /**
   * Trains for so many seconds, one step at least.
   *
   * @param {number} seconds
   * @returns {Promise<Turn>}
   */
  async turn(seconds) {
    this.#child.stdin.write(`${JSON.stringify({ seconds })}\n`);
    /** @type {Turn} */
    const turn = await this.#answer();
    if (!Number.isFinite(turn.loss)) throw new Error(`The loss of ${this.#who} is no longer finite.`);
    return turn;
  }

  /** Ends the process, and waits until its memory is free for others. */
  async end() {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  async #answer() {
    const { value, done } = await this.#lines.next();
    if (!done) return JSON.parse(value);
    await this.#closed;
    throw new Error(`${this.#who} ended before its time: ${lastLines(this.#talk, 25)}`);
  }

  /** @param {string} text */
  #hear(text) {
    this.#talk = (this.#talk + text).slice(-keptTalk);
  }
}
