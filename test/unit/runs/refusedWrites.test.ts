/** What real file systems refuse while a run is written: a sentence each, and nothing is lost once they allow it. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { CheckpointFiles } from '../../../src/engine/runs/checkpoints/checkpointFiles';
import { lightStepLines } from '../../../src/engine/runs/metrics/metricSchemas';
import { MetricsWriter } from '../../../src/engine/runs/metrics/metricsWriter';
import { readMetrics } from '../../../src/engine/runs/metrics/readMetrics';
import { RunLock } from '../../../src/engine/runs/runLock';
import { TelemetryReader } from '../../../src/engine/runs/telemetry/telemetryReader';
import { TelemetryWriter } from '../../../src/engine/runs/telemetry/telemetryWriter';
import { asAnybody, onSmallDisk, withFileSizeLimit } from '../systemRefusals';
import { itemsOf, sampled, stepsFrom } from './sampledSteps';
import { temporaryFolder } from './temporaryFolder';
import { smallCheckpoint } from './writtenRun';

const parent = temporaryFolder();
const layers = 50;

/** A run that is written step by step, and what became of each. */
class WrittenSteps {
  readonly refusals: AdviceError[] = [];
  readonly #folder: string;
  readonly #telemetry: TelemetryWriter;
  readonly #metrics: MetricsWriter;
  #step = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#telemetry = TelemetryWriter.open(join(folder, 'telemetry'), itemsOf(layers));
    this.#metrics = MetricsWriter.open(join(folder, 'metrics.jsonl'));
  }

  write(count: number): void {
    for (let number = 0; number < count; number++) {
      const columns = sampled([++this.#step], layers);
      this.#attempt(() => this.#telemetry.append(columns));
      this.#attempt(() => this.#metrics.append(...lightStepLines(columns)));
    }
  }

  expectAllThere(): void {
    this.#telemetry.flush();
    this.#metrics.flush();
    const steps = stepsFrom(1, this.#step);
    const reader = TelemetryReader.open(join(this.#folder, 'telemetry'));
    expect(reader.rows(0, steps.length)).toEqual(sampled(steps, layers));
    const { lines, damage } = readMetrics(join(this.#folder, 'metrics.jsonl'));
    expect(damage).toEqual([]);
    expect(lines).toEqual(lightStepLines(sampled(steps, layers)));
  }

  close(): void {
    this.#telemetry.close();
    this.#metrics.close();
  }

  #attempt(write: () => void): void {
    try {
      write();
    } catch (cause) {
      if (!(cause instanceof AdviceError)) throw cause;
      this.refusals.push(cause);
    }
  }
}

describe('writing a run', () => {
  it('to files that may not grow goes on with nothing lost once they may', async () => {
    const run = new WrittenSteps(join(parent.path, 'run'));
    run.write(3);
    await withFileSizeLimit(2048, async () => run.write(60));
    expect(run.refusals.length).toBeGreaterThan(20);
    expect(run.refusals[0]?.message).toMatch(
      /can't be written to .*: the system allows no file of that size/,
    );
    run.write(1);
    run.expectAllThere();
    run.close();
  });

  it('to a disk that is full goes on with nothing lost once it has room', async () => {
    const refusals = await onSmallDisk(parent.path, 384, async (disk) => {
      const ballast = join(disk, 'ballast');
      writeFileSync(ballast, Buffer.alloc(180 * 1024));
      const run = new WrittenSteps(join(disk, 'run'));
      const checkpoints = new CheckpointFiles(join(disk, 'run', 'checkpoints'));
      checkpoints.save(smallCheckpoint(1), { best: true });
      run.write(200);
      const tooLarge = Buffer.alloc(430 * 1024);
      expect(() => checkpoints.save(tooLarge, { best: true })).toThrow(/the disk is full/);
      expect(readdirSync(join(disk, 'run', 'checkpoints')).sort()).toEqual([
        'best.safetensors',
        'last.safetensors',
      ]);
      expect(checkpoints.readLast().checkpoint.step).toBe(1);
      unlinkSync(ballast);
      run.write(1);
      run.expectAllThere();
      run.close();
      return run.refusals;
    });
    // Only root may mount a disk, and not in every container; the limit above asks no leave.
    if (refusals === null) return;
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals[0]).toMatchObject({
      message: expect.stringMatching(/: the disk is full\.$/),
      advice: /Free/,
    });
  });

  it('to a folder that is removed says so, and puts everything back once the folder is there again', () => {
    const folder = join(parent.path, 'run');
    const run = new WrittenSteps(folder);
    run.write(5);
    rmSync(folder, { recursive: true });
    run.write(2);
    expect(run.refusals.map(({ message }) => message)).toEqual([
      `The run can't be written to ${join(folder, 'telemetry')}: the folder was removed or moved.`,
      `The run can't be written to ${folder}: the folder was removed or moved.`,
      `The run can't be written to ${join(folder, 'telemetry')}: the folder was removed or moved.`,
      `The run can't be written to ${folder}: the folder was removed or moved.`,
    ]);
    const checkpoints = new CheckpointFiles(join(folder, 'checkpoints'));
    expect(() => checkpoints.save(smallCheckpoint(1), { best: false })).toThrow(/removed or moved/);
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    run.write(1);
    run.expectAllThere();
    checkpoints.save(smallCheckpoint(1), { best: false });
    run.close();
  });

  it('to a folder that is moved goes on where it is', () => {
    const [folder, moved] = [join(parent.path, 'run'), join(parent.path, 'moved')];
    const run = new WrittenSteps(folder);
    run.write(5);
    renameSync(folder, moved);
    run.write(2);
    renameSync(moved, folder);
    run.write(1);
    expect(run.refusals.filter(({ message }) => !/removed or moved/.test(message))).toEqual([]);
    run.expectAllThere();
    run.close();
  });

  const readOnly: readonly { case: string; write: (folder: string) => unknown }[] = [
    {
      case: 'telemetry',
      write: (folder) => TelemetryWriter.open(join(folder, 'telemetry'), itemsOf(layers)),
    },
    { case: 'metrics', write: (folder) => MetricsWriter.open(join(folder, 'metrics.jsonl')) },
    { case: 'a lock', write: (folder) => RunLock.acquire(folder) },
    {
      case: 'a checkpoint',
      write: (folder) =>
        new CheckpointFiles(join(folder, 'checkpoints')).save(smallCheckpoint(1), { best: true }),
    },
  ];

  it.each(readOnly)('with $case to a read-only folder is refused with advice', async ({ write }) => {
    const folder = join(parent.path, 'run');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    const refusal: unknown = await asAnybody(async () => write(folder)).catch((cause) => cause);
    expect(refusal).toBeInstanceOf(AdviceError);
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/can't be written to .*: you may not write there\.$/),
    });
    chmodSync(folder, 0o777);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('to a disk that became read-only keeps what was written', async () => {
    await onSmallDisk(parent.path, 384, async (disk, makeReadOnly) => {
      const folder = join(disk, 'run');
      const run = new WrittenSteps(folder);
      run.write(3);
      run.expectAllThere();
      run.close();
      makeReadOnly();
      for (const { write } of readOnly) expect(() => write(folder)).toThrow(/the disk is read-only/);
      expect(readMetrics(join(folder, 'metrics.jsonl')).lines).toHaveLength(3);
    });
  });
});
