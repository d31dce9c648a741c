// @ts-check
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What a run folder holds of each measured step: the bits of its loss. Read by the description of the format in
 * docs/runs.md, not by Layerwise's own reader. Null where the run had not started.
 *
 * @param {string} folder
 * @returns {Promise<Map<number, number> | null>}
 */
export async function readSeries(folder) {
  if (!existsSync(join(folder, 'run.json'))) return null;
  JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'));
  await checkMetrics(join(folder, 'metrics.jsonl'));
  const steps = await column(folder, 'steps.i32', Int32Array);
  const losses = await column(folder, 'losses.f32', Uint32Array);
  /** @type {Map<number, number>} */
  const series = new Map();
  for (let row = 0; row < Math.min(steps.length, losses.length); row++) {
    const [step = 0, loss = 0] = [steps[row], losses[row]];
    const before = series.get(step);
    if (before !== undefined && before !== loss)
      throw new Error(`${folder}: step ${step} was done twice, and its loss is another the second time.`);
    series.set(step, loss);
  }
  return series;
}

/**
 * @param {Map<number, number>} series
 * @param {Map<number, number> | null} expected
 * @param {string} name
 */
export function compareSeries(series, expected, name) {
  for (const [step, loss] of series)
    if (expected?.get(step) !== loss)
      throw new Error(`${name}: the loss of step ${step} is another than without kills.`);
}

/**
 * Whole values of a column; none where the file is not there yet.
 *
 * @template {Int32Array | Uint32Array} Column
 * @param {string} folder
 * @param {string} file
 * @param {new (buffer: ArrayBuffer) => Column} Values
 */
async function column(folder, file, Values) {
  const path = join(folder, 'telemetry', file);
  if (!existsSync(path)) return new Values(new ArrayBuffer(0));
  const bytes = await readFile(path);
  const whole = 4 * Math.floor(bytes.length / 4);
  return new Values(Uint8Array.from(bytes.subarray(0, whole)).buffer);
}

/**
 * Every line but the last, and those marked as torn, is whole.
 *
 * @param {string} path
 */
async function checkMetrics(path) {
  if (!existsSync(path)) return;
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  for (const [index, line] of lines.entries()) if (lines[index + 1] !== '{"type":"torn"}') JSON.parse(line);
}
