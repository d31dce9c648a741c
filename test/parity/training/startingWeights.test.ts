import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { DatasetShelf } from '../../../src/engine/data/datasetShelf';
import { loadRuntime } from '../../../src/engine/devices/runtime';
import { createEngine, type EngineOptions } from '../../../src/engine/engine';
import { type KeptRun, openKeptRun } from '../../../src/engine/runs/keptRun';
import { readStartingWeights, type StartingWeights, takeWeights } from '../../../src/engine/startingWeights';
import { replayRun } from '../../../src/engine/train/replayRun';
import { RunControl } from '../../../src/engine/train/runControl';
import { analyse } from '../../../src/network/analysis/analyse';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import type { EngineCommand, EngineEvent } from '../../../src/protocol/engineMessages';
import { temporaryFolder } from '../../unit/runs/temporaryFolder';
import { smallNetwork } from './smallRun';

const project = projectSchema.parse(
  smallNetwork({
    dataset: {
      ...defaultSynthetic,
      ...{ height: 28, width: 28, channels: 1, trainingImages: 100, testImages: 40 },
    },
    ...{ batchSize: 20, epochs: 1, telemetryEvery: 1 },
  }),
);
const folder = temporaryFolder();
let first = '';
let second = '';

beforeEach(async () => {
  first = join(folder.path, 'first');
  second = join(folder.path, 'second');
  await carryOut({ type: 'train', runId: 'first', project }, { runFolder: first });
  const startingWeights = readStartingWeights(first);
  const begun = { ...project, startingWeights: fileReference(startingWeights) };
  await carryOut({ type: 'train', runId: 'second', project: begun }, { runFolder: second });
}, 60_000);

test('a run begins with the weights of another', () => {
  const { checkpoint, document } = openKeptRun(first);
  const norms = firstNorms(openKeptRun(second));
  expect(norms).not.toEqual(firstNorms(openKeptRun(first)));
  const trained = new Map(checkpoint?.weights);
  for (const [place, { node, name }] of (openKeptRun(second).telemetry?.weights ?? []).entries()) {
    const values = trained.get(`${node}/${name}`) ?? new Float32Array();
    expect(norms[place]).toBeCloseTo(Math.hypot(...values), 4);
  }
  const { taken, drawn } = takeWeights(readStartingWeights(first), analyse(document));
  expect(drawn).toEqual([]);
  for (const [name, values] of taken) expect(values).toEqual(trained.get(name));
});

test('it is done again to the bit, and not from a file that has changed', async () => {
  const { steps, difference } = await replay(second);
  expect({ steps, difference }).toEqual({ steps: 5, difference: null });
  appendFileSync(join(first, 'checkpoints', 'best.safetensors'), '\n');
  await expect(replay(second)).rejects.toThrow(/changed|can't be read/);
}, 60_000);

test('without a checkpoint it goes on from the weights that it began with', async () => {
  const before = openKeptRun(second).checkpoint?.weights;
  rmSync(join(second, 'checkpoints'), { recursive: true });
  await carryOut({ type: 'resumeRun', runId: 'again', folder: 'second' }, { runsFolder: folder.path });
  expect(openKeptRun(second).checkpoint?.weights).toEqual(before);
}, 60_000);

function fileReference({ path, sha256 }: StartingWeights) {
  return { type: 'file' as const, path, sha256, name: 'first' };
}

function firstNorms({ telemetry }: KeptRun): readonly number[] {
  return telemetry?.weights.map((_, place) => telemetry.column('weightNorms', place)[0] ?? Number.NaN) ?? [];
}

async function replay(path: string) {
  const kept = openKeptRun(path);
  const dataset = await new DatasetShelf().get(kept.document.training.dataset);
  return replayRun(kept, { runtime: await loadRuntime(), dataset, control: new RunControl() });
}

async function carryOut(command: EngineCommand, options: EngineOptions): Promise<void> {
  const events: EngineEvent[] = [];
  const engine = createEngine((event) => events.push(event), options);
  engine.handle(command);
  const prepared = () => events.findIndex(({ type }) => type === 'preparing');
  await vi.waitUntil(
    () => events.slice(Math.max(0, prepared())).some(({ type }) => type === 'failed' || type === 'ended'),
    { timeout: 60_000, interval: 5 },
  );
  await engine.dispose();
  expect(events.filter(({ type }) => type === 'failed')).toEqual([]);
}
