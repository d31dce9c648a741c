import { expect, test, vi } from 'vitest';
import { RunControl } from '../../../src/engine/train/runControl';

test('a run goes on, and commands are heard between its steps', async () => {
  const control = new RunControl();
  expect(await control.turn()).toBe(true);
  setImmediate(() => control.stop());
  expect(await control.turn()).toBe(false);
  expect(control.stopped).toBe(true);
});

test('a paused run waits until it is resumed, and says both', async () => {
  const control = new RunControl();
  const [paused, resumed] = [vi.fn(), vi.fn()];
  control.pause();
  let over = false;
  const turn = control.turn(paused, resumed).finally(() => {
    over = true;
  });
  await vi.waitFor(() => expect(paused).toHaveBeenCalledOnce());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(over).toBe(false);
  control.resume();
  expect(await turn).toBe(true);
  expect(resumed).toHaveBeenCalledOnce();
});

test('a paused run can be stopped, and is not resumed then', async () => {
  const control = new RunControl();
  const resumed = vi.fn();
  control.pause();
  const turn = control.turn(() => setImmediate(() => control.stop()), resumed);
  expect(await turn).toBe(false);
  expect(resumed).not.toHaveBeenCalled();
  control.resume();
  control.pause();
  expect(await control.turn()).toBe(false);
});

test('a run that is paused, resumed and paused again at once still waits', async () => {
  const control = new RunControl();
  control.pause();
  let over = false;
  const turn = control.turn().finally(() => {
    over = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  control.resume();
  control.pause();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(over).toBe(false);
  control.resume();
  expect(await turn).toBe(true);
});
