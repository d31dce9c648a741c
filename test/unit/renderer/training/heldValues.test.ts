import { expect, it, vi } from 'vitest';
import { followHand } from '../../../../src/renderer/handAtWork';
import { createRunStore } from '../../../../src/renderer/training/createRunStore';
import { lenetOrder, startedEvent, telemetryEvent } from './engineEvents';

it('holds live values back while a hand is at work, a second at most, and shows them once it rests', () => {
  vi.useFakeTimers();
  const page = new EventTarget();
  followHand(page);
  let runId = '';
  const store = createRunStore((command) => {
    runId = command.runId;
    return true;
  });
  store.getState().train(lenetOrder());
  store.getState().receive(startedEvent(runId));
  vi.advanceTimersByTime(2000);
  const measure = (steps: number, hand: boolean): number => {
    const { paint, run } = store.getState();
    const before = run?.log.length ?? 0;
    for (let step = before + 1; step <= before + steps; step += 1) {
      if (hand) page.dispatchEvent(new Event('wheel'));
      store.getState().receive(telemetryEvent(runId, [step]));
      vi.advanceTimersByTime(50);
    }
    return store.getState().paint - paint;
  };
  expect(measure(60, true)).toBeLessThanOrEqual(4);
  vi.advanceTimersByTime(300);
  expect(store.getState().latest?.step).toBe(60);
  expect(measure(60, false)).toBeGreaterThan(20);
});
