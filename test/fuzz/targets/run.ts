import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleRun } from '../../../src/engine/runs/bundle/bundleRun';
import { openBundle } from '../../../src/engine/runs/bundle/openBundle';
import { CheckpointFiles } from '../../../src/engine/runs/checkpoints/checkpointFiles';
import { listRuns } from '../../../src/engine/runs/listRuns';
import { MetricsWriter } from '../../../src/engine/runs/metrics/metricsWriter';
import { type OpenedRun, openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { RunLock } from '../../../src/engine/runs/runLock';
import type { TelemetryReader } from '../../../src/engine/runs/telemetry/telemetryReader';
import { TelemetryWriter } from '../../../src/engine/runs/telemetry/telemetryWriter';
import { itemsOf, sampled } from '../../unit/runs/sampledSteps';
import type { FuzzTarget } from '../campaign/fuzzTarget';
import { acceptsOrAdvises, checkSentence, FuzzFailure } from '../campaign/judgement';
import { damagedBundle, damagedRun, openRunSamples, type RunFile } from './runSamples';

/** A folder, of which a bundle is made where it opens and `packed` is true; or a bundle. */
type RunInput =
  | { readonly files: readonly RunFile[]; readonly packed: boolean }
  | { readonly bundle: Uint8Array };

let folder = '';

/** Folders and bundles of runs: opened, read, listed, packed, unpacked, and written on. */
export const runTarget: FuzzTarget<RunInput> = {
  name: 'run',
  about: 'run folders and bundles: record, metrics, telemetry, checkpoints, lock; read, bundled, written on',
  weight: 6,
  secondsPerInput: 60,
  shortInputs: 120,
  async open(own) {
    folder = join(own, 'runs');
    mkdirSync(folder);
    await openRunSamples(own);
  },
  generate: (random) =>
    random.oneIn(4)
      ? { bundle: damagedBundle(random) }
      : { files: damagedRun(random), packed: random.oneIn(4) },
  async feed(input) {
    mkdirSync(folder, { recursive: true });
    try {
      const accepted = 'bundle' in input ? await unpack(input.bundle) : await open(input.files, input.packed);
      return accepted ? 'accepted' : 'refused';
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function unpack(bytes: Uint8Array): Promise<boolean> {
  const [file, into] = [join(folder, 'a.layerwise-run'), join(folder, 'unpacked')];
  writeFileSync(file, bytes);
  const quoted = new TextDecoder('latin1').decode(bytes);
  const accepted = await acceptsOrAdvises(() => openBundle(file, into), quoted);
  const left = readdirSync(folder).sort().join();
  if (left !== (accepted ? 'a.layerwise-run,unpacked' : 'a.layerwise-run'))
    throw new FuzzFailure(`Unpacking left ${left}.`);
  return accepted && (await read(into, quoted, false));
}

async function open(files: readonly RunFile[], packed: boolean): Promise<boolean> {
  const place = join(folder, 'run');
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  const decoder = new TextDecoder('latin1');
  return read(place, files.map(({ bytes }) => decoder.decode(bytes)).join('\n'), packed);
}

async function read(place: string, quoted: string, packed: boolean): Promise<boolean> {
  listRuns(folder);
  let run: OpenedRun | null = null;
  const accepted = await acceptsOrAdvises(async () => {
    run = openRunFolder(place);
  }, quoted);
  const checkpoints = new CheckpointFiles(join(place, 'checkpoints'));
  await acceptsOrAdvises(async () => checkpoints.readLast(), quoted);
  await acceptsOrAdvises(async () => checkpoints.readBest(new Map([['layer0/kernel', [4]]])), quoted);
  if (accepted) {
    await look(run, quoted);
    if (packed) await pack(place, quoted);
    await goOn(place, quoted);
  }
  return accepted;
}

async function look(run: OpenedRun | null, quoted: string): Promise<void> {
  for (const sentence of run?.damage ?? []) checkSentence(sentence, 'What is said of damage', quoted);
  const telemetry = run?.telemetry ?? null;
  if (telemetry !== null) await acceptsOrAdvises(async () => readAll(telemetry), quoted);
}

async function pack(place: string, quoted: string): Promise<void> {
  const copy = join(folder, 'copy.layerwise-run');
  if (await acceptsOrAdvises(() => bundleRun(place, copy), quoted)) {
    await openBundle(copy, join(folder, 'copied'));
    openRunFolder(join(folder, 'copied'));
  } else if (existsSync(copy)) throw new FuzzFailure('A bundle was refused, and written.');
}

function readAll(telemetry: TelemetryReader): void {
  const { stepCount, nodes, weights } = telemetry;
  const rows = telemetry.rows(0, stepCount);
  telemetry.thinned(7);
  telemetry.column('losses', 0);
  if (nodes.length > 0) telemetry.column('activationGradientNorms', nodes.length - 1);
  if (weights.length > 0) telemetry.column('weightNorms', weights.length - 1);
  if (rows.losses.length !== stepCount || rows.weightNorms.length !== stepCount * weights.length)
    throw new FuzzFailure('Telemetry has other rows than steps.');
  if (rows.steps.some((step, row) => row > 0 && step <= (rows.steps[row - 1] ?? 0)))
    throw new FuzzFailure('The steps of telemetry do not ascend.');
}

/** What a resumed run does: it takes the lock, and writes on behind whatever lies there. */
async function goOn(place: string, quoted: string): Promise<void> {
  await acceptsOrAdvises(async () => {
    const lock = RunLock.acquire(place);
    const metrics = MetricsWriter.open(join(place, 'metrics.jsonl'));
    metrics.append({ type: 'resumed', fromStep: 10, at: new Date(0).toISOString() });
    metrics.close();
    await acceptsOrAdvises(async () => {
      const telemetry = TelemetryWriter.open(join(place, 'telemetry'), itemsOf(3));
      telemetry.append(sampled([11, 12], 3));
      telemetry.close();
    }, quoted);
    lock.check();
    lock.release();
  }, quoted);
  openRunFolder(place);
}
