import { afterEach, describe, expect, test, vi } from 'vitest';
import { createEngine, type Engine, type EngineOptions } from '../../../src/engine/engine';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import type { TrainingSettings } from '../../../src/network/graph/trainingSettings';
import {
  type EngineEvent,
  type EngineEventOf,
  engineEventSchema,
} from '../../../src/protocol/engineMessages';
import { smallNetwork } from './smallRun';

let engine: Engine | null = null;
let events: EngineEvent[] = [];
afterEach(async () => {
  await engine?.dispose();
  engine = null;
  events = [];
});

function startEngine(options: EngineOptions = {}): Engine {
  engine = createEngine((event) => {
    events.push(engineEventSchema.parse(event));
  }, options);
  return engine;
}

const project = (settings: Partial<TrainingSettings> = {}) =>
  projectSchema.parse(smallNetwork({ batchSize: 500, ...settings }));

async function eventOf<Type extends EngineEvent['type']>(
  type: Type,
  runId: string,
): Promise<EngineEventOf<Type>> {
  const find = () =>
    events.find(
      (event): event is EngineEventOf<Type> =>
        event.type === type && (!('runId' in event) || event.runId === runId),
    );
  const found = await vi.waitUntil(find, { timeout: 60_000, interval: 5 });
  return found;
}

const typesOf = (runId: string) =>
  events.filter((event) => 'runId' in event && event.runId === runId).map(({ type }) => type);

describe('the engine', () => {
  test('says what it runs on, and that it lives', async () => {
    startEngine();
    const { device } = await eventOf('ready', '');
    expect(device.description).toBe(
      `TensorFlow ${device.libraryVersion} · ${device.description.split(' · ')[1]}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const beats = events.filter(({ type }) => type === 'heartbeat').length;
    expect(beats).toBeGreaterThanOrEqual(1);
  });

  test('trains from preparation to end', async () => {
    startEngine().handle({ type: 'train', runId: 'a', project: project({ epochs: 1 }) });
    const ended = await eventOf('ended', 'a');
    expect(ended).toMatchObject({ reason: 'finished', step: 120 });
    const types = typesOf('a');
    expect(types[0]).toBe('preparing');
    expect(types.indexOf('started')).toBeLessThan(types.indexOf('telemetry'));
    expect(types.slice(-2)).toEqual(['epoch', 'ended']);
  });

  test('pauses, resumes, stops, and continues with the weights it has', async () => {
    const running = startEngine();
    running.handle({ type: 'train', runId: 'a', project: project({ epochs: 500 }) });
    await eventOf('telemetry', 'a');
    running.handle({ type: 'pause', runId: 'a' });
    const paused = await eventOf('paused', 'a');
    running.handle({ type: 'resume', runId: 'a' });
    expect((await eventOf('resumed', 'a')).step).toBe(paused.step);
    running.handle({ type: 'stop', runId: 'a' });
    const stopped = await eventOf('ended', 'a');
    expect(stopped.reason).toBe('stopped');
    running.handle({ type: 'continue', runId: 'b', epochs: 1 });
    expect((await eventOf('started', 'b')).firstStep).toBe(stopped.step);
    expect((await eventOf('ended', 'b')).step % 120).toBe(0);
  });

  test('ends the run under way when another is started', async () => {
    const running = startEngine();
    running.handle({ type: 'train', runId: 'a', project: project({ epochs: 500 }) });
    await eventOf('telemetry', 'a');
    running.handle({ type: 'train', runId: 'b', project: project({ epochs: 500 }) });
    running.handle({ type: 'train', runId: 'c', project: project({ epochs: 1 }) });
    expect(await eventOf('ended', 'a')).toMatchObject({ reason: 'stopped' });
    expect(await eventOf('ended', 'b')).toMatchObject({ reason: 'stopped', step: 0 });
    expect(await eventOf('ended', 'c')).toMatchObject({ reason: 'finished' });
  });

  test('refuses to continue what is not there or runs already, and goes on living', async () => {
    const running = startEngine();
    running.handle({ type: 'continue', runId: 'none', epochs: 1 });
    expect(await eventOf('failed', 'none')).toMatchObject({ message: 'There is no run to continue.' });
    running.handle({ type: 'train', runId: 'a', project: project({ epochs: 500 }) });
    await eventOf('telemetry', 'a');
    running.handle({ type: 'continue', runId: 'busy', epochs: 1 });
    expect(await eventOf('failed', 'busy')).toMatchObject({ message: 'A run is under way.' });
    running.handle({ type: 'stop', runId: 'another' });
    running.handle({ type: 'stop', runId: 'a' });
    expect(await eventOf('ended', 'a')).toMatchObject({ reason: 'stopped' });
  });

  test('refuses a network that can’t train, and keeps the run before it', async () => {
    const running = startEngine();
    running.handle({ type: 'train', runId: 'a', project: project({ epochs: 1 }) });
    await eventOf('ended', 'a');
    const whole = project();
    const edges = whole.edges.filter(({ to }) => to !== 'fc2');
    running.handle({ type: 'train', runId: 'broken', project: { ...whole, edges } });
    const failed = await eventOf('failed', 'broken');
    expect(failed.message).toContain('fc2');
    expect(failed.advice).not.toBe('');
    running.handle({ type: 'continue', runId: 'b', epochs: 1 });
    expect(await eventOf('ended', 'b')).toMatchObject({ reason: 'finished', step: 240 });
  });

  test('says what is wrong with a dataset, and reads it once it is right', async () => {
    vi.stubEnv('LAYERWISE_MNIST_DIR', '/nowhere');
    const running = startEngine();
    running.handle({ type: 'train', runId: 'a', project: project({ epochs: 1 }) });
    expect((await eventOf('failed', 'a')).message).toMatch(/is missing/);
    vi.unstubAllEnvs();
    running.handle({ type: 'train', runId: 'b', project: project({ epochs: 1 }) });
    expect(await eventOf('ended', 'b')).toMatchObject({ reason: 'finished' });
  });

  test('sends telemetry at 30 Hz at most', async () => {
    const running = startEngine();
    running.handle({ type: 'train', runId: 'a', project: project({ epochs: 500 }) });
    await eventOf('telemetry', 'a');
    const before = events.filter(({ type }) => type === 'telemetry').length;
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const sent = events.filter(({ type }) => type === 'telemetry').length - before;
    const epochs = events.filter(({ type }) => type === 'epoch').length;
    // What is left at the end of an epoch is sent at once.
    expect(sent).toBeLessThanOrEqual(30 * ((performance.now() - start) / 1000) + epochs + 1);
    expect(sent).toBeGreaterThan(5);
  });

  test('lets heartbeats through while it trains', async () => {
    const running = startEngine();
    running.handle({ type: 'train', runId: 'a', project: project({ epochs: 500 }) });
    await eventOf('telemetry', 'a');
    const before = events.filter(({ type }) => type === 'heartbeat').length;
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    expect(events.filter(({ type }) => type === 'heartbeat').length - before).toBeGreaterThanOrEqual(3);
  });
});
