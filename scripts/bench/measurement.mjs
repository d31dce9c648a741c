// @ts-check
import { buildNodeProgram } from '../build/nodeProgram.mjs';
import { checkout } from '../checkout.mjs';
import { lastLines, runProgram } from '../provision/runProgram.mjs';

/**
 * Runs a program of test/bench in a process of its own and reads what it measured: the line of JSON that it prints.
 *
 * @param {string} name of its file, without .ts
 * @param {readonly string[]} parameters
 */
export async function measure(name, parameters) {
  const program = await buildNodeProgram(`test/bench/${name}.ts`);
  const { code, output, stdout } = await runProgram(process.execPath, [program, ...parameters], {
    cwd: checkout,
  });
  const line = stdout.split('\n').find((text) => text.startsWith('{'));
  if (code !== 0 || line === undefined) throw new Error(`The measurement failed:\n${lastLines(output, 12)}`);
  return JSON.parse(line);
}
