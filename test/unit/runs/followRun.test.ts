import { appendFileSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { followRun } from '../../../src/engine/runs/followRun';
import { linkRun } from '../../../src/engine/runs/linkRun';
import { listRuns } from '../../../src/engine/runs/listRuns';
import { lightStepLines } from '../../../src/engine/runs/metrics/metricSchemas';
import { MetricsWriter } from '../../../src/engine/runs/metrics/metricsWriter';
import { RunLock } from '../../../src/engine/runs/runLock';
import { TelemetryWriter } from '../../../src/engine/runs/telemetry/telemetryWriter';
import { moveToTrashFolder } from '../../../src/engine/runs/trashedRuns';
import { RunControl } from '../../../src/engine/train/runControl';
import type { RunEvent } from '../../../src/protocol/engineMessages';
import { itemsOf, sampled, stepsFrom } from './sampledSteps';
import { temporaryFolder } from './temporaryFolder';
import { finished, recordOfRun, writeRun } from './writtenRun';

const parent = temporaryFolder();
const folder = () => join(parent.path, 'elsewhere', 'run');

/** Writes like a trainer, a lot of steps at a time. */
function openTrainer() {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(join(folder(), 'run.json'), JSON.stringify(recordOfRun()));
  const lock = RunLock.acquire(folder());
  const metrics = MetricsWriter.open(join(folder(), 'metrics.jsonl'));
  let telemetry: TelemetryWriter | null = null;
  return {
    measure(from: number, to: number, turn = 0) {
      const columns = sampled(stepsFrom(from, to), 3, turn);
      telemetry ??= TelemetryWriter.open(join(folder(), 'telemetry'), itemsOf(3));
      telemetry.append(columns);
      metrics.append(...lightStepLines(columns));
    },
    end() {
      metrics.append(finished);
      telemetry?.close();
      metrics.close();
      lock.release();
    },
    abandon() {
      telemetry?.close();
      metrics.close();
      lock.release();
    },
  };
}

function follow() {
  const events: RunEvent[] = [];
  const control = new RunControl();
  const done = followRun(folder(), 'watched', control, (event) => events.push(event));
  const steps = () => events.flatMap((event) => (event.type === 'telemetry' ? [...event.steps] : []));
  return { events, steps, control, done };
}

describe('a run that another process trains', () => {
  it('is told as it grows, each step once and in order, to its end', async () => {
    const trainer = openTrainer();
    trainer.measure(1, 5);
    const { events, steps, done } = follow();
    for (const last of [9, 10, 20]) {
      trainer.measure(steps().length + 1, last);
      await expect.poll(steps, { timeout: 10_000 }).toEqual(stepsFrom(1, last));
    }
    trainer.end();
    await done;
    expect(steps()).toEqual(stepsFrom(1, 20));
    expect(events.filter(({ type }) => type === 'opened')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'ended', reason: 'finished', step: 20 });
    const losses = events.flatMap((event) => (event.type === 'telemetry' ? [...event.losses] : []));
    expect(losses).toEqual([...sampled(stepsFrom(1, 20), 3).losses]);
  });

  it('that has measured nothing yet is waited for', async () => {
    const trainer = openTrainer();
    const { events, steps, done } = follow();
    expect(events).toMatchObject([{ type: 'preparing', activity: 'Waiting for the first measured step' }]);
    trainer.measure(1, 3);
    await expect.poll(steps, { timeout: 10_000 }).toEqual([1, 2, 3]);
    trainer.end();
    await done;
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['opened', 'noted']));
  });

  it('and is taken up from an earlier step is told anew', async () => {
    const trainer = openTrainer();
    trainer.measure(1, 8);
    const { events, done } = follow();
    await delay(400);
    appendFileSync(
      join(folder(), 'metrics.jsonl'),
      `${JSON.stringify({ type: 'resumed', fromStep: 4, epochs: 2, at: new Date(0).toISOString() })}\n`,
    );
    await expect
      .poll(() => events.filter(({ type }) => type === 'opened').length, { timeout: 10_000 })
      .toBe(2);
    trainer.end();
    await done;
  });

  it('is no longer watched after Stop, and trained all the same', async () => {
    const trainer = openTrainer();
    trainer.measure(1, 5);
    const { events, control, done } = follow();
    control.stop();
    await done;
    expect(events.at(-1)).toEqual({ type: 'interrupted', runId: 'watched', step: 5, elsewhere: true });
    trainer.end();
  });

  it('and is killed is told to be cut off', async () => {
    const trainer = openTrainer();
    trainer.measure(1, 5);
    const { events, done } = follow();
    trainer.abandon();
    await done;
    expect(events.at(-1)).toEqual({ type: 'interrupted', runId: 'watched', step: 5, elsewhere: false });
  });
});

describe('a run that lies elsewhere', () => {
  const runs = () => join(parent.path, 'runs');

  it('is listed under a name of its own, once, and leaves with its link only', () => {
    writeRun(folder());
    writeRun(join(runs(), 'run'));
    const name = linkRun(runs(), folder());
    expect(name).toBe('run-2');
    expect(linkRun(runs(), folder())).toBe(name);
    expect(listRuns(runs()).runs).toHaveLength(2);
    const lock = RunLock.acquire(folder());
    moveToTrashFolder(runs(), [name]);
    lock.release();
    expect(listRuns(runs()).runs).toHaveLength(1);
    expect(readdirSync(folder())).toContain('run.json');
  });

  it('and went away is left out of the list', () => {
    writeRun(folder());
    linkRun(runs(), folder());
    renameSync(folder(), join(parent.path, 'moved'));
    expect(listRuns(runs())).toEqual({ runs: [], broken: [] });
  });

  it('is refused where it is no run', () => {
    expect(() => linkRun(runs(), parent.path)).toThrow(AdviceError);
  });
});
