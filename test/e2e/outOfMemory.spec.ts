import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { engineProcessId, isAlive } from './engineProcess';
import { expect, test } from './launchApplication';
import { cards } from './networkCanvas';
import { button, curvePoints, shownStep, train } from './trainingRun';

/** Memory that the process has mapped, in bytes. */
function mapped(pid: number): number {
  const kibibytes = /VmSize:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kibibytes === undefined) throw new Error(`Process ${pid} does not say how much memory it has mapped.`);
  return 1024 * Number(kibibytes);
}

/** Refuses the process more memory than so many bytes. */
function limitMemory(pid: number, bytes: number): void {
  execFileSync('prlimit', ['--pid', String(pid), `--as=${bytes}:`]);
}

// The system gives nothing more in the middle of a run. A library may notice, or crash without looking; the person
// reads what happened and what to do either way.
test('a run that finds no more memory ends with a sentence, keeps what was measured, and another one trains', async ({
  page,
  application,
}) => {
  await button(page, 'Training settings').click();
  const form = page.getByRole('dialog', { name: 'Training settings' });
  // The tensors of so large a batch are mapped anew at each step.
  await form.getByRole('textbox', { name: 'Batch size' }).fill('4096');
  await form.getByRole('textbox', { name: 'Measure every' }).fill('1');
  await page.keyboard.press('Escape');
  await button(page, 'Train').click();
  await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(4);

  const engine = await engineProcessId(application);
  limitMemory(engine, mapped(engine) - 200 * 2 ** 20);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText(/memory( \(.*\))? ran out|out of memory|when memory runs out/i, {
    timeout: 60_000,
  });
  await expect(notice).toContainText(/smaller batch size/);
  await expect(cards(page)).toHaveCount(10);
  expect(await shownStep(page)).toBeGreaterThan(4);
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  expect(await curvePoints(page, 'Loss')).toBeGreaterThan(3);

  // The limit went with the engine, which its own libraries could not have been trusted in.
  await expect.poll(() => isAlive(engine)).toBe(false);
  await notice
    .getByRole('button', { name: /^(Resume from step [\d,]+|Start again)$/ })
    .click({ timeout: 30_000 });
  await expect(button(page, 'Pause')).toBeEnabled({ timeout: 60_000 });
  await button(page, 'Stop').click();
  await button(page, 'Training settings').click();
  await form.getByRole('textbox', { name: 'Batch size' }).fill('64');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Train')).toBeEnabled({ timeout: 30_000 });
  await train(page);
});
