import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';
import type { Experiment } from '../../../src/network/laboratory/experiment';
import { trialResultSchema } from '../../../src/network/laboratory/trialResult';
import { experimentWith } from '../../unit/laboratory/experiments';

const program = fileURLToPath(new URL('../../../bin/layerwise.mjs', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-lab-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Two trials of a tiny network, of four epochs each. */
function writeExperiment(): string {
  const own = experimentWith({ variants: ['residual'], depths: [1], seeds: [1, 2] });
  const dataset = {
    ...defaultSynthetic,
    height: 8,
    width: 8,
    channels: 1,
    trainingImages: 640,
    testImages: 50,
  };
  const experiment: Experiment = { ...own, training: { ...own.training, dataset, batchSize: 16, epochs: 4 } };
  const path = join(folder, 'experiment.json');
  writeFileSync(path, JSON.stringify(experiment));
  return path;
}

const reportSchema = z.object({ results: z.array(trialResultSchema) });

/** Runs the experiment; with `killAt`, kills the process with the first progress of that trial beyond that step. */
async function lab(experiment: string, out: string, killAt?: { trial: RegExp; step: number }) {
  const child = spawn(process.execPath, [
    program,
    'lab',
    experiment,
    '--out',
    join(folder, out),
    '--json',
    '--threads',
    '1',
  ]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => (stdout += data));
  child.stderr.on('data', (data) => {
    stderr += data;
    const told = stderr.split('\n').flatMap((line) => /"trial":"([^"]+)".*"step":(\d+)/.exec(line) ?? []);
    const [step, trial] = [Number(told.at(-1)), told.at(-2)];
    if (killAt !== undefined && trial !== undefined && killAt.trial.test(trial) && step > killAt.step)
      child.kill('SIGKILL');
  });
  const [code] = await once(child, 'close');
  return { code, stderr, results: stdout === '' ? [] : reportSchema.parse(JSON.parse(stdout)).results };
}

test('an experiment that is killed in its second trial goes on and ends with the same results', async () => {
  const experiment = writeExperiment();
  const whole = await lab(experiment, 'whole');
  expect([whole.code, whole.results.length]).toEqual([0, 2]);

  const killed = await lab(experiment, 'killed', { trial: /-s2$/, step: 60 });
  expect(killed.code).toBeNull();
  const resumed = await lab(experiment, 'killed');
  expect(resumed.code).toBe(0);
  expect(resumed.stderr).not.toMatch(/"type":"progress".*-s1"/);

  const timeless = (results: typeof whole.results) =>
    results.map(({ seconds: _seconds, imagesPerSecond: _speed, ...measured }) => measured);
  expect(timeless(resumed.results)).toEqual(timeless(whole.results));
}, 60_000);
