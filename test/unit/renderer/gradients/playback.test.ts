import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePlayback, wholeSeconds } from '../../../../src/renderer/gradients/flow/playback';
import { frontTab } from '../../../../src/renderer/tabs/tabsStore';
import { startRun } from '../../../../src/renderer/training/run';
import { useRun } from '../../../../src/renderer/training/runStore';
import { lenetOrder, startedEvent, telemetryEvent } from '../training/engineEvents';

const steps = Array.from({ length: 120 }, (_, index) => 10 * (index + 1));

beforeEach(() => {
  vi.useFakeTimers();
  const run = startRun(lenetOrder(), startedEvent('run'));
  run.log.append(telemetryEvent('run', steps));
  useRun.of(frontTab()).setState({ run, scrubbedStep: null });
});

afterEach(() => {
  usePlayback.getState().pause();
  usePlayback.getState().setSpeed(1);
  vi.useRealTimers();
});

const shown = () => useRun.getState().scrubbedStep;
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

it('plays all steps from the first to the last in its time, and is back at the last one then', () => {
  usePlayback.getState().play();
  expect(shown()).toBe(10);
  pass(wholeSeconds / 2);
  expect(Math.abs((shown() ?? 0) - 600)).toBeLessThanOrEqual(20);
  pass(wholeSeconds / 2 + 0.1);
  expect(shown()).toBeNull();
  expect(usePlayback.getState().playing).toBe(false);
});

it('goes on from the shown step, at another speed, until it is paused', () => {
  useRun.getState().scrub(500);
  usePlayback.getState().setSpeed(4);
  usePlayback.getState().play();
  pass(1);
  expect(Math.abs((shown() ?? 0) - 900)).toBeLessThanOrEqual(40);
  usePlayback.getState().pause();
  const paused = shown();
  pass(1);
  expect(shown()).toBe(paused);
});

it('gives way to a person who chooses another step, and to another run', () => {
  usePlayback.getState().play();
  pass(1);
  useRun.getState().scrub(1000);
  pass(1);
  expect(usePlayback.getState().playing).toBe(false);
  expect(shown()).toBe(1000);
  usePlayback.getState().play();
  useRun.of(frontTab()).setState({ run: startRun(lenetOrder(), startedEvent('other')), scrubbedStep: null });
  pass(1);
  expect(usePlayback.getState().playing).toBe(false);
  expect(shown()).toBeNull();
});
