import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type EngineEvent,
  engineCommandSchema,
  type RunCommand,
} from '../../../../src/protocol/engineMessages';
import { cardValue } from '../../../../src/renderer/quantities/cardValue';
import { quantities } from '../../../../src/renderer/quantities/quantities';
import { createRunStore } from '../../../../src/renderer/training/createRunStore';
import { shownSample } from '../../../../src/renderer/training/shownSample';
import { lenetOrder, startedEvent, telemetryEvent } from './engineEvents';

describe('run store', () => {
  let commands: RunCommand[];
  let store: ReturnType<typeof createRunStore>;
  const status = () => store.getState().status;
  const receive = (event: EngineEvent) => store.getState().receive(event);
  const lastRunId = () => commands.at(-1)?.runId ?? '';

  beforeEach(() => {
    vi.useFakeTimers();
    commands = [];
    store = createRunStore((command) => {
      engineCommandSchema.parse(command);
      commands.push(command);
      return true;
    });
  });

  function startRun(): string {
    store.getState().train(lenetOrder());
    const runId = lastRunId();
    receive(startedEvent(runId));
    return runId;
  }

  it('goes from train to the end, and locks the network meanwhile', () => {
    expect(status()).toBe('idle');
    store.getState().train(lenetOrder());
    const runId = lastRunId();
    expect(commands[0]).toMatchObject({ type: 'train', project: { name: 'LeNet-5' } });
    expect(status()).toBe('preparing');
    expect(store.getState().structureLocked).toBe(true);
    receive({ type: 'preparing', runId, activity: 'Reading MNIST', progress: 0.5 });
    expect(store.getState().phase).toMatchObject({ activity: 'Reading MNIST', progress: 0.5 });
    receive(startedEvent(runId));
    expect(status()).toBe('running');
    receive({ type: 'ended', runId, reason: 'finished', step: 500, message: null, node: null });
    expect(status()).toBe('ended');
    expect(store.getState().structureLocked).toBe(false);
    expect(store.getState().weightsKept).toBe(true);
  });

  it('pauses, resumes and stops only when the engine says so', () => {
    const runId = startRun();
    store.getState().pause();
    expect(status()).toBe('pausing');
    receive({ type: 'paused', runId, step: 3 });
    expect(status()).toBe('paused');
    store.getState().resume();
    expect(status()).toBe('resuming');
    receive({ type: 'resumed', runId, step: 3 });
    expect(status()).toBe('running');
    store.getState().stop();
    store.getState().stop();
    expect(status()).toBe('stopping');
    receive({ type: 'paused', runId, step: 4 });
    expect(status()).toBe('stopping');
    receive({ type: 'ended', runId, reason: 'stopped', step: 4, message: null, node: null });
    expect(status()).toBe('ended');
    expect(commands.map(({ type }) => type)).toEqual(['train', 'pause', 'resume', 'stop']);
  });

  it('repaints live values ten times a second at most, and loses none', () => {
    const runId = startRun();
    vi.advanceTimersByTime(1000);
    const before = store.getState().paint;
    for (let step = 1; step <= 60; step += 1) {
      receive(telemetryEvent(runId, [step]));
      vi.advanceTimersByTime(33);
    }
    vi.advanceTimersByTime(200);
    const paints = store.getState().paint - before;
    expect(paints).toBeGreaterThan(10);
    expect(paints).toBeLessThanOrEqual(22);
    expect(store.getState().run?.log.length).toBe(60);
    expect(store.getState().latest).toMatchObject({ step: 60, imagesPerSecond: 5000 });
  });

  it('shows the gradient of the last step, or of the step scrubbed to', () => {
    const runId = startRun();
    receive(telemetryEvent(runId, [1, 11, 21]));
    const gradientOf = (node: string) => cardValue(store.getState(), node, quantities.gradient);
    expect(gradientOf('fc3')).toBe(3.32);
    expect(gradientOf('input')).toBeNull();
    expect(gradientOf('elsewhere')).toBeNull();
    store.getState().scrub(15);
    expect(shownSample(store.getState())).toBe(1);
    expect(gradientOf('fc3')).toBe(3.04);
    store.getState().scrub(null);
    expect(gradientOf('fc3')).toBe(3.32);
  });

  it('goes on with the same series, and starts afresh with Train', () => {
    const runId = startRun();
    receive(telemetryEvent(runId, [1, 2]));
    receive({ type: 'ended', runId, reason: 'stopped', step: 2, message: null, node: null });
    store.getState().continueTraining(5);
    receive(startedEvent(lastRunId(), { epochs: 10, firstStep: 2 }));
    receive(telemetryEvent(lastRunId(), [3]));
    expect(store.getState().run).toMatchObject({ epochCount: 10 });
    expect(store.getState().run?.log.length).toBe(3);
    store.getState().train(lenetOrder());
    expect(store.getState().weightsKept).toBe(false);
    expect(store.getState().run?.log.length).toBe(3);
    receive(startedEvent(lastRunId()));
    expect(store.getState().run?.log.length).toBe(0);
    expect(store.getState().latest).toBeNull();
  });

  it('leaves out events of a run before', () => {
    const first = startRun();
    startRun();
    receive(telemetryEvent(first, [1]));
    receive({ type: 'ended', runId: first, reason: 'stopped', step: 1, message: null, node: null });
    expect(status()).toBe('running');
    expect(store.getState().run?.log.length).toBe(0);
  });

  it('keeps what was measured when the engine is lost', () => {
    const runId = startRun();
    receive(telemetryEvent(runId, [1, 2]));
    store.getState().loseEngine('The engine stopped.', 'signal 9');
    expect(store.getState().phase).toEqual({
      status: 'lost',
      message: 'The engine stopped.',
      details: 'signal 9',
    });
    expect(store.getState().run?.log.length).toBe(2);
    expect(store.getState().structureLocked).toBe(false);
    expect(store.getState().weightsKept).toBe(false);
  });

  it('is not changed by a lost engine while no run is under way', () => {
    store.getState().loseEngine('The engine stopped.', '');
    expect(status()).toBe('idle');
  });

  it('fails with advice where there is no engine to train', () => {
    const alone = createRunStore(() => false);
    alone.getState().train(lenetOrder());
    expect(alone.getState().phase).toMatchObject({ status: 'failed' });
    expect(alone.getState().structureLocked).toBe(false);
  });

  it('forgets everything for another network', () => {
    const runId = startRun();
    receive(telemetryEvent(runId, [1]));
    store.getState().clear();
    expect(commands.at(-1)).toEqual({ type: 'forget', runId });
    expect(store.getState()).toMatchObject({ status: 'idle', run: null, latest: null });
    receive(telemetryEvent(runId, [2]));
    expect(store.getState().run).toBeNull();
  });
});
