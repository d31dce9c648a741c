import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copiedFiles } from '../../src/engine/runs/copiedFiles';
import { listRuns } from '../../src/engine/runs/listRuns';
import { TelemetryReader } from '../../src/engine/runs/telemetry/telemetryReader';
import { projectSchema } from '../../src/network/graph/projectSchema';
import { lenet5 } from '../../src/network/templates/lenet5';
import { CuttableTunnel } from './cuttableTunnel';
import { JoinedMachine } from './joinedMachine';
import { ServedWindow } from './servedWindow';

let served: ServedWindow;
let tunnel: CuttableTunnel;
let runsHere: string;
beforeAll(async () => {
  served = await ServedWindow.start({ names: [CuttableTunnel.host] });
  tunnel = await CuttableTunnel.start(served.port);
  runsHere = mkdtempSync(join(tmpdir(), 'layerwise-copies-'));
});
afterAll(async () => {
  tunnel.close();
  await served.close();
  rmSync(runsHere, { recursive: true });
});

/** Longer than anybody waits for. */
const longRun = runOf(100);

function runOf(epochs: number, trainingImages = 20_000) {
  const document = lenet5.create();
  const training = {
    ...document.training,
    epochs,
    batchSize: 8,
    telemetryEvery: 1,
    dataset: { type: 'mnist', trainingImages, testImages: 100 } as const,
  };
  return projectSchema.parse({ ...document, training });
}

test('a run that goes on through cuts and without the application is told whole, and copied byte for byte', async () => {
  let machine = new JoinedMachine(served, runsHere);
  await expect.poll(() => machine.has('ready'), { timeout: 30_000 }).toBe(true);
  expect(machine.order({ type: 'train', runId: 'far', project: longRun })).toBe(true);
  await expect.poll(() => machine.steps.length, { timeout: 30_000 }).toBeGreaterThan(300);

  const before = machine.steps.length;
  tunnel.cut();
  await expect
    .poll(() => machine.statuses.at(-1))
    .toMatchObject({ state: 'cutOff', machine: { name: 'gpu-box' } });
  expect(machine.order({ type: 'pause', runId: 'far' })).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  tunnel.mend();
  await expect
    .poll(() => machine.has('caughtUp') && machine.steps.length > before, { timeout: 10_000 })
    .toBe(true);

  // The application ends, and another one is started while the run goes on.
  machine.link.dispose();
  const [copied = ''] = readdirSync(runsHere);
  expect(listRuns(runsHere).runs.map(({ state }) => state)).toEqual(['training']);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  machine = new JoinedMachine(served, runsHere);
  // More than the engine tells of the past to those who join it.
  await expect.poll(() => machine.steps.at(-1) ?? 0, { timeout: 60_000 }).toBeGreaterThan(4_500);
  expect(machine.order({ type: 'stop', runId: 'far' })).toBe(true);
  await expect.poll(() => machine.has('ended'), { timeout: 10_000 }).toBe(true);

  const there = join(served.folder, 'runs', copied);
  const written = [...TelemetryReader.open(join(there, 'telemetry')).steps];
  expect(written.length).toBeGreaterThan(4_500);
  expect(machine.steps).toEqual(written);

  await expect
    .poll(() => listRuns(runsHere).runs.map(({ state }) => state), { timeout: 10_000 })
    .toEqual(['stopped']);
  expectSameFiles(copied);
  machine.link.dispose();
}, 120_000);

test('a run whose end is the last that is heard of the other machine is copied whole, and in use no more', async () => {
  const machine = new JoinedMachine(served, runsHere);
  await expect.poll(() => machine.has('ready'), { timeout: 30_000 }).toBe(true);
  const before = new Set(readdirSync(runsHere));
  machine.order({ type: 'train', runId: 'short', project: runOf(1, 2_000) });
  const ended = () => machine.events.some((event) => event.type === 'ended' && event.runId === 'short');
  await expect.poll(ended, { timeout: 30_000, interval: 1 }).toBe(true);
  machine.link.dispose();
  await expect
    .poll(() => listRuns(runsHere).runs.map(({ state }) => state), { timeout: 10_000 })
    .toEqual(['finished', 'stopped']);
  for (const name of readdirSync(runsHere)) if (!before.has(name)) expectSameFiles(name);
}, 60_000);

function expectSameFiles(run: string): void {
  const here = join(runsHere, run);
  const there = join(served.folder, 'runs', run);
  for (const name of copiedFiles.keys())
    expect([name, read(join(here, name))?.equals(read(join(there, name)) ?? Buffer.alloc(0))]).toEqual([
      name,
      read(join(there, name)) === null ? undefined : true,
    ]);
}

function read(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
