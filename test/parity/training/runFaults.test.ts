import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '../../../src/engine/engine';
import { openKeptRun } from '../../../src/engine/runs/keptRun';
import { RunLock } from '../../../src/engine/runs/runLock';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import type { EngineEvent, EngineEventOf } from '../../../src/protocol/engineMessages';
import { smallNetwork } from './smallRun';

const project = projectSchema.parse(
  smallNetwork({
    dataset: { ...defaultSynthetic, height: 28, width: 28, channels: 1, trainingImages: 200, testImages: 50 },
    batchSize: 20,
    epochs: 40,
    telemetryEvery: 1,
  }),
);
const steps = 400;

let runs = '';
let engine: Engine | null = null;
let events: EngineEvent[] = [];
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'layerwise-faults-'));
  events = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await engine?.dispose();
  rmSync(runs, { recursive: true, force: true });
});

function startEngine(): Engine {
  engine = createEngine((event) => events.push(event), { runsFolder: runs, checkpointEvery: 5 });
  return engine;
}

function eventOf<Type extends EngineEvent['type']>(type: Type): Promise<EngineEventOf<Type>> {
  return vi.waitUntil(() => events.find((event): event is EngineEventOf<Type> => event.type === type), {
    timeout: 60_000,
    interval: 2,
  });
}

/** Trains into a new folder as far as its second epoch, and stops. */
async function trainAndStop(): Promise<string> {
  const running = startEngine();
  running.handle({ type: 'train', runId: 'first', project });
  await vi.waitUntil(() => events.filter(({ type }) => type === 'epoch').length >= 2, {
    timeout: 60_000,
    interval: 2,
  });
  running.handle({ type: 'stop', runId: 'first' });
  await eventOf('ended');
  const { path } = await eventOf('recorded');
  await running.dispose();
  events = [];
  return path;
}

async function resume(path: string): Promise<void> {
  startEngine().handle({ type: 'resumeRun', runId: 'second', folder: path.slice(runs.length + 1) });
  await vi.waitUntil(
    () =>
      events.some(({ type }) => type === 'failed' || type === 'paused') ||
      events.some((event) => event.type === 'ended' && event.step === steps),
    { timeout: 60_000, interval: 2 },
  );
}

/** Every step once, and an end. */
function expectWhole(path: string): void {
  const { telemetry, metrics } = openKeptRun(path);
  expect(Array.from(telemetry?.steps ?? [])).toEqual(Array.from({ length: steps }, (_, step) => step + 1));
  expect(metrics.end?.reason).toBe('finished');
}

describe('a run whose folder is damaged while nobody trains', () => {
  const garble = (file: string) => (path: string) => {
    const bytes = readFileSync(join(path, file));
    bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 40);
    writeFileSync(join(path, file), bytes);
  };

  test('goes on from the checkpoint before a last one that was changed, and says so', async () => {
    const path = await trainAndStop();
    garble('checkpoints/last.safetensors')(path);
    await resume(path);
    expect((await eventOf('noted')).message).toMatch(
      /last\.safetensors can't be read: its content does not match/,
    );
    expectWhole(path);
  });

  test.each(['metrics.jsonl', 'telemetry/columns.json'])('says what of %s can’t be read', async (file) => {
    const path = await trainAndStop();
    garble(file)(path);
    await resume(path);
    const told = events.filter((event) => event.type === 'noted' || event.type === 'failed');
    expect(told.map(({ message }) => message).join(' ')).toMatch(
      /can't be read|is damaged|of another network/,
    );
    expect(told.every(({ advice }) => advice !== '')).toBe(true);
  });

  test('without a run.json is refused with what to do, and nothing is lost', async () => {
    const path = await trainAndStop();
    renameSync(join(path, 'run.json'), join(path, 'hidden'));
    await resume(path);
    expect(await eventOf('failed')).toMatchObject({ advice: expect.stringMatching(/run\.json/) });
    renameSync(join(path, 'hidden'), join(path, 'run.json'));
    await engine?.dispose();
    events = [];
    await resume(path);
    expectWhole(path);
  });

  test('is not trained by two at once', async () => {
    const path = await trainAndStop();
    const lock = RunLock.acquire(path);
    await resume(path);
    expect((await eventOf('failed')).message).toMatch(/is in use/);
    lock.release();
  });

  test('goes on though the clock was set back', async () => {
    const path = await trainAndStop();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01') });
    await resume(path);
    expectWhole(path);
  });
});

test('a folder that is removed in mid-run makes the run pause, and is filled again where it is put back', async () => {
  const running = startEngine();
  running.handle({ type: 'train', runId: 'first', project });
  const { path } = await eventOf('recorded');
  await eventOf('epoch');
  rmSync(path, { recursive: true });
  const { message, advice } = await eventOf('noted');
  expect(message).toMatch(/the folder was removed or moved/);
  expect(advice).toMatch(/Put the folder back/);
  await eventOf('paused');
  expect(existsSync(path)).toBe(false);
  mkdirSync(path);
  running.handle({ type: 'resume', runId: 'first' });
  await eventOf('ended');
  expect(events.filter(({ type }) => type === 'noted')).toHaveLength(1);
  await running.dispose();
  expectWhole(path);
});
