/** `npm run kill -- --window`: the window's processes are killed while it trains, and nothing is lost. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { randomNumbers } from '../../scripts/kill/randomNumbers.mjs';
import { compareSeries, readSeries } from '../../scripts/kill/series.mjs';
import { KilledWindow, type Victim } from './killedWindow';

const run = promisify(execFile);
const steps = 1200;
const filters = 4;
const victims: readonly Victim[] = ['engine', 'main', 'both'];
/** Most milliseconds from the start of a stretch to its kill. */
const longestStretch = 4000;

/** LeNet-5 with a dataset that takes no time to make, and a checkpoint at the end of each 50 steps. */
async function writeProject(path: string, filtersOfConv1: number): Promise<void> {
  const project = JSON.parse(await readFile('resources/examples/lenet-5.layerwise', 'utf8'));
  for (const node of project.nodes) if (node.id === 'conv1') node.config.filters = filtersOfConv1;
  Object.assign(project.training, {
    dataset: {
      ...{ type: 'synthetic', variant: 'patterns', height: 28, width: 28, channels: 1, noise: 1, seed: 1 },
      ...{ classes: 10, trainingImages: 500, testImages: 50 },
    },
    ...{ epochs: steps / 50, batchSize: 10, telemetryEvery: 1 },
  });
  await writeFile(path, JSON.stringify(project));
}

test('killed at random moments, the window loses nothing', async ({ playwright }) => {
  const wanted = Number(process.env['LAYERWISE_KILLS']);
  const random = randomNumbers(Number(process.env['LAYERWISE_KILL_SEED']));
  const folder = join(tmpdir(), `layerwise-kill-window-${process.pid}`);
  await mkdir(folder);
  const [file, alone] = [join(folder, 'project.layerwise'), join(folder, 'alone')];
  await writeProject(join(folder, 'changed.layerwise'), filters);
  await run(process.execPath, [
    ...['bin/layerwise.mjs', 'train', join(folder, 'changed.layerwise'), '--out', alone],
  ]);
  const expected = await readSeries(alone);
  if (expected === null) throw new Error('The run left alone wrote nothing.');
  expect(expected.size).toBe(steps);

  await writeProject(file, filters + 1);
  const window = await KilledWindow.open(playwright._electron, join(folder, 'profile'), file, filters);
  const result = {
    ...{ kills: 0, runs: 0, beforeStart: 0, compared: 0 },
    moments: { engine: 0, main: 0, both: 0 },
    atStep: [] as number[],
  };
  const finishRun = async (path: string) => {
    await window.untilEnd();
    await expect.poll(async () => (await readSeries(path))?.size, { timeout: 10_000 }).toBe(steps);
    compareSeries((await readSeries(path)) ?? new Map(), expected, basename(path));
    result.compared += steps;
    result.runs += 1;
  };
  const done = new Set<string>();
  const currentRun = async () => (await window.runs()).find((path) => !done.has(path)) ?? null;
  await window.train();
  while (result.kills < wanted) {
    const victim = victims[result.kills % victims.length] ?? 'both';
    // The others fall into its preparation too.
    if (random() < 0.75) await window.underWay();
    await window.kill(victim, longestStretch * random(), 5 * random());
    result.kills += 1;
    result.moments[victim] += 1;
    const path = await currentRun();
    const series = path === null ? null : await readSeries(path);
    if (series === null) result.beforeStart += 1;
    else {
      compareSeries(series, expected, basename(path ?? ''));
      result.compared += series.size;
      result.atStep.push(Math.max(0, ...series.keys()));
    }
    await window.recover(victim);
    const finished = path !== null && /"type":"end"/.test(await lastLines(path));
    console.log(`${result.kills} of ${wanted}: ${victim}, step ${Math.max(0, ...(series?.keys() ?? []))}`);
    if (path !== null && finished) {
      done.add(path);
      expect(series?.size).toBe(steps);
      result.runs += 1;
      await rm(path, { recursive: true });
      await window.train();
    } else if (series === null) await window.train();
    else await window.resume();
  }
  const last = await currentRun();
  if (last === null) throw new Error('The last run has no folder.');
  await finishRun(last);
  await window.close();
  await rm(folder, { recursive: true });
  await writeFile(process.env['LAYERWISE_KILL_RESULT'] ?? '', JSON.stringify(result));
});

/** What metrics.jsonl holds since the run went on the last time. */
async function lastLines(path: string): Promise<string> {
  const text = await readFile(join(path, 'metrics.jsonl'), 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf('"type":"resumed"') + 1);
}
