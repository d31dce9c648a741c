import { expect, test } from 'vitest';
import { RunControl, type StepControl } from '../../../src/engine/train/runControl';
import { takeTurns } from '../../../src/engine/train/takingTurns';

/** A run of so many steps that writes down what it does. */
function steps(
  name: string,
  count: number,
  told: string[],
  at: (step: number, control: StepControl) => void = () => {},
) {
  return async (control: StepControl): Promise<void> => {
    for (let step = 1; step <= count && !control.stopped; step += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      told.push(`${name}${step}`);
      at(step, control);
      const goesOn = await control.turn(
        () => told.push(`${name} paused`),
        () => told.push(`${name} resumed`),
      );
      if (!goesOn) break;
    }
    told.push(`${name} over`);
  };
}

test('runs take a step each in turn, and one that is over leaves the other to go on', async () => {
  const told: string[] = [];
  await takeTurns(new RunControl(), [steps('a', 2, told), steps('b', 4, told)]);
  expect(told).toEqual(['a1', 'b1', 'a2', 'b2', 'a over', 'b3', 'b4', 'b over']);
});

test.each(['a', 'b'])('both pause and stop behind the same step, whichever asks: %s', async (asking) => {
  const control = new RunControl();
  const told: string[] = [];
  const ask = (name: string) => (step: number, side: StepControl) => {
    if (name !== asking) return;
    if (step === 2) side.pause();
    if (step === 4) control.stop();
  };
  const over = takeTurns(control, [steps('a', 9, told, ask('a')), steps('b', 9, told, ask('b'))]);
  while (!told.includes('b paused')) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told).toEqual(['a1', 'b1', 'a2', 'b2', 'a paused', 'b paused']);
  control.resume();
  await over;
  expect(told.slice(6)).toEqual([
    ...['a resumed', 'b resumed', 'a3', 'b3', 'a4', 'b4'],
    ...['a over', 'b over'],
  ]);
});

test('runs that are stopped before their first step take none', async () => {
  const control = new RunControl();
  control.stop();
  const told: string[] = [];
  await takeTurns(control, [steps('a', 2, told), steps('b', 2, told)]);
  expect(told).toEqual(['a over', 'b over']);
});
