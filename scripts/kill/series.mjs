// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What each row of a column belongs to. @type {Readonly<Record<string, 'step' | 'nodes' | 'weights'>>} */
const columns = {
  'losses.f32': 'step',
  'metrics.f32': 'step',
  'learningRates.f32': 'step',
  'activationGradientNorms.f32': 'nodes',
  'activationGradientRms.f32': 'nodes',
  'activationMeans.f32': 'nodes',
  'activationDeviations.f32': 'nodes',
  'zeroShares.f32': 'nodes',
  'weightGradientNorms.f32': 'weights',
  'weightNorms.f32': 'weights',
  'updateRatios.f32': 'weights',
};

/**
 * What a run folder holds of each measured step: a digest of the bits of everything that was measured at it. Read by
 * the description of the format in docs/runs.md, not by Layerwise's own reader. Null where the run had not started.
 *
 * @typedef {ReadonlyMap<number, string>} Series
 * @param {string} folder
 * @returns {Promise<Series | null>}
 */
export async function readSeries(folder) {
  if (!existsSync(join(folder, 'run.json'))) return null;
  JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'));
  await checkMetrics(join(folder, 'metrics.jsonl'));
  /** @type {Map<number, string>} */
  const series = new Map();
  const telemetry = join(folder, 'telemetry');
  if (!existsSync(join(telemetry, 'columns.json'))) return series;
  const { nodes, weights } = JSON.parse(await readFile(join(telemetry, 'columns.json'), 'utf8'));
  const widths = { step: 1, nodes: nodes.length, weights: weights.length };
  const values = await Promise.all(
    Object.entries(columns).map(async ([file, rowOf]) => ({
      bytes: await readFile(join(telemetry, file)),
      rowBytes: 4 * widths[rowOf],
    })),
  );
  const steps = await readFile(join(telemetry, 'steps.i32'));
  const rows = values.map(({ bytes, rowBytes }) => Math.floor(bytes.length / rowBytes));
  for (let row = 0; row < Math.min(Math.floor(steps.length / 4), ...rows); row++) {
    const digest = createHash('sha256');
    for (const { bytes, rowBytes } of values)
      digest.update(bytes.subarray(row * rowBytes, (row + 1) * rowBytes));
    const step = steps.readInt32LE(4 * row);
    const measured = digest.digest('hex');
    if ((series.get(step) ?? measured) !== measured)
      throw new Error(`${folder}: step ${step} was done twice, and is another the second time.`);
    series.set(step, measured);
  }
  return series;
}

/**
 * Every measured step is there from the first on, and is what it is without kills.
 *
 * @param {Series} series
 * @param {Series} expected
 * @param {string} name
 */
export function compareSeries(series, expected, name) {
  for (const [step, measured] of series)
    if (expected.get(step) !== measured)
      throw new Error(`${name}: what was measured at step ${step} is other than without kills.`);
  const last = Math.max(0, ...series.keys());
  for (const step of expected.keys())
    if (step <= last && !series.has(step)) throw new Error(`${name}: step ${step} is missing.`);
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
