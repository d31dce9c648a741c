import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DatasetShelf } from '../../../src/engine/data/datasetShelf';
import { loadRuntime } from '../../../src/engine/devices/runtime';
import { createEngine, type EngineOptions } from '../../../src/engine/engine';
import { openKeptRun } from '../../../src/engine/runs/keptRun';
import { replayRun } from '../../../src/engine/train/replayRun';
import { RunControl } from '../../../src/engine/train/runControl';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import type { EngineCommand, EngineEvent } from '../../../src/protocol/engineMessages';
import { smallNetwork } from './smallRun';

/** Batch norm, dropout, momentum, a cosine, warm-up and augmentation: everything that has a state or is drawn. */
const project = projectSchema.parse(
  smallNetwork({
    dataset: {
      ...defaultSynthetic,
      height: 28,
      width: 28,
      channels: 1,
      trainingImages: 220,
      testImages: 100,
    },
    batchSize: 20,
    epochs: 3,
    telemetryEvery: 2,
    warmUpSteps: 5,
    schedule: { type: 'cosine', finalFraction: 0 },
    augmentation: { padAndCrop: 2, flip: true, cutout: 4, mixup: 0.2 },
  }),
);
const stepsPerEpoch = 11;
const steps = 3 * stepsPerEpoch;

let runs = '';
beforeAll(() => {
  runs = mkdtempSync(join(tmpdir(), 'layerwise-runs-'));
});
afterAll(() => rmSync(runs, { recursive: true, force: true }));

/** Has an engine of its own carry out a command; returns its events, to the end of the run. */
async function carryOut(
  command: EngineCommand,
  options: EngineOptions = {},
): Promise<readonly EngineEvent[]> {
  const events: EngineEvent[] = [];
  const engine = createEngine((event) => events.push(event), { runsFolder: runs, ...options });
  engine.handle(command);
  await vi.waitUntil(
    () => {
      const started = events.findLastIndex(({ type }) => type === 'preparing');
      return events.slice(Math.max(0, started)).some(({ type }) => ends(type, started));
    },
    { timeout: 60_000, interval: 5 },
  );
  await engine.dispose();
  return events;
}

/** The past of a run may have an end too; what counts comes after the preparation, or fails before it. */
function ends(type: EngineEvent['type'], started: number): boolean {
  return type === 'failed' || (type === 'ended' && started >= 0);
}

const train = { type: 'train', runId: 'train', project } as const;
const resume = (folder: string) => ({ type: 'resumeRun', runId: 'resume', folder }) as const;

/** Trains into a folder and returns its name. */
async function trainInto(options: EngineOptions = {}, trained = project): Promise<string> {
  const events = await carryOut({ ...train, project: trained }, options);
  const recorded = events.find((event) => event.type === 'recorded');
  if (recorded === undefined) throw new Error(`Nothing was recorded: ${JSON.stringify(events.at(-1))}`);
  return recorded.folder;
}

/** All that was measured, and the weights at the end. */
function contentOf(folder: string) {
  const kept = openKeptRun(join(runs, folder));
  const { telemetry, metrics, checkpoint } = kept;
  return {
    steps: telemetry?.steps,
    measured: telemetry?.rows(0, telemetry.stepCount),
    epochs: metrics.epochs.map(({ imagesPerSecond: _speed, ...epoch }) => epoch),
    weights: checkpoint?.weights,
    optimizer: checkpoint?.optimizer,
    end: metrics.end?.reason,
  };
}

describe('a run that is resumed from disk', () => {
  let straight: ReturnType<typeof contentOf>;
  beforeAll(async () => {
    straight = contentOf(await trainInto());
  });

  test('is compared with one that is whole', () => {
    expect(straight.end).toBe('finished');
    expect(straight.epochs).toHaveLength(3);
    expect(straight.steps?.at(-1)).toBe(steps);
  });

  test.each([1, 4, stepsPerEpoch - 1, stepsPerEpoch, stepsPerEpoch + 1, 2 * stepsPerEpoch, steps - 1])(
    'gives the same series, to the bit, from step %i on',
    async (cut) => {
      const folder = await trainInto({ stopAfterSteps: cut });
      const events = await carryOut(resume(folder));
      const starts = events.filter((event) => event.type === 'started');
      expect(starts.map(({ firstStep }) => firstStep)).toEqual([0, cut]);
      const resumed = contentOf(folder);
      // The step at which it was cut off was its last, and is measured for that.
      const { steps: measuredSteps, measured, ...rest } = resumed;
      const { steps: straightSteps, measured: straightMeasured, ...straightRest } = straight;
      expect(rest).toEqual(straightRest);
      const common = [...(straightSteps ?? [])].map((step) => measuredSteps?.indexOf(step) ?? -1);
      expect(common.every((row) => row >= 0)).toBe(true);
      expect(common.map((row) => measured?.losses[row])).toEqual([...(straightMeasured?.losses ?? [])]);
    },
  );

  test('keeps frozen layers and learning rates of their own', async () => {
    const tuned = projectSchema.parse({
      ...project,
      nodes: project.nodes.map((node) => ({
        ...node,
        ...(['fc1', 'norm'].includes(node.id) && { frozen: true }),
        ...(node.id === 'fc2' && { learningRateFactor: 0.5 }),
      })),
    });
    const whole = contentOf(await trainInto({}, tuned));
    const folder = await trainInto({ stopAfterSteps: 7 }, tuned);
    const cut = contentOf(folder).weights;
    await carryOut(resume(folder));
    const { weights, optimizer, epochs } = contentOf(folder);
    expect({ weights, optimizer, epochs }).toEqual({
      ...{ weights: whole.weights, optimizer: whole.optimizer, epochs: whole.epochs },
    });
    for (const [name, values] of weights ?? [])
      if (name.startsWith('fc2/')) expect(values).not.toEqual(cut?.get(name));
      else expect(values, name).toEqual(cut?.get(name));
    expect([...(optimizer?.keys() ?? [])].every((name) => name.startsWith('fc2/'))).toBe(true);
  });

  test('does again what was measured after its last checkpoint', async () => {
    const folder = await trainInto({ stopAfterSteps: 25, checkpointEvery: 4 });
    const killed = `${folder}-killed`;
    cpSync(join(runs, folder), join(runs, killed), { recursive: true });
    // As after a kill between checkpoints: the last one is gone, the one before it is there.
    rmSync(join(runs, killed, 'checkpoints', 'last.safetensors'));
    const events = await carryOut(resume(killed));
    expect(
      events.some((event) => event.type === 'noted' && /last\.safetensors is missing/.test(event.message)),
    ).toBe(true);
    const { weights, epochs, end } = contentOf(killed);
    expect({ weights, epochs, end }).toEqual({
      weights: straight.weights,
      epochs: straight.epochs,
      end: 'finished',
    });
  });

  test('has told of every step up to a checkpoint before that is taken', async () => {
    const everyStep = { ...project, training: { ...project.training, telemetryEvery: 1 } };
    const events = await carryOut({ ...train, project: everyStep }, { checkpointEvery: 2 });
    let told = 0;
    for (const event of events) {
      if (event.type === 'telemetry') told = event.steps.at(-1) ?? told;
      if (event.type === 'recorded') expect(event.step).toBeLessThanOrEqual(told);
    }
    expect(told).toBe(steps);
  });

  test('starts again where no checkpoint was taken', async () => {
    const folder = await trainInto({ stopAfterSteps: 3 });
    rmSync(join(runs, folder, 'checkpoints'), { recursive: true });
    await carryOut(resume(folder));
    expect(contentOf(folder).weights).toEqual(straight.weights);
  });

  test('is shown with all that was measured, and can be continued', async () => {
    const folder = await trainInto();
    const events: EngineEvent[] = [];
    const engine = createEngine((event) => events.push(event), { runsFolder: runs });
    engine.handle({ type: 'openRun', runId: 'shown', folder });
    await vi.waitUntil(() => events.some(({ type }) => type === 'ended'), { timeout: 10_000 });
    const telemetry = events.find((event) => event.type === 'telemetry');
    expect(telemetry?.steps).toEqual(straight.steps);
    expect(telemetry?.losses).toEqual(straight.measured?.losses);
    engine.handle({ type: 'continue', runId: 'more', epochs: 1 });
    const ended = await vi.waitUntil(
      () => events.find((event) => event.type === 'ended' && event.runId === 'more'),
      { timeout: 30_000 },
    );
    expect(ended).toMatchObject({ reason: 'finished', step: steps + stepsPerEpoch });
    await engine.dispose();
    expect(openKeptRun(join(runs, folder)).epochs).toBe(4);
  });

  test('fails in words where the folder holds no run', async () => {
    const events = await carryOut(resume('nothing-there'));
    expect(events.at(-1)).toMatchObject({
      type: 'failed',
      message: expect.stringMatching(/nothing-there is missing/),
    });
  });
});

describe('a replay', () => {
  async function replay(folder: string) {
    const kept = openKeptRun(join(runs, folder));
    const dataset = await new DatasetShelf().get(kept.document.training.dataset);
    return replayRun(kept, { runtime: await loadRuntime(), dataset, control: new RunControl() });
  }

  test('of a run, whole, resumed or continued, finds every number again', async () => {
    for (const cut of [5, stepsPerEpoch]) {
      const folder = await trainInto({ stopAfterSteps: cut });
      await carryOut(resume(folder));
      expect(await replay(folder)).toMatchObject({ steps, difference: null });
    }
    expect(readdirSync(runs).length).toBeGreaterThan(2);
  });

  // Of ELU, TensorFlow rounds otherwise where the output in front of it is read too.
  test('reads outputs at the steps at which they were read', async () => {
    const layers = project.nodes.map((node) =>
      ['relu', 'batchNorm'].includes(node.kind) ? { ...node, kind: 'elu', config: {} } : node,
    );
    const folder = await trainInto({}, projectSchema.parse({ ...project, nodes: layers }));
    expect(await replay(folder)).toMatchObject({ steps, difference: null });
  });
});
