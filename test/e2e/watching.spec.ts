import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerOpenDialog } from './dialogs';
import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { button, curvePoints, shownStep } from './trainingRun';

const steps = 1500;

test('a run that another process trains is watched as it grows, and left to train', async ({
  application,
  page,
  folder,
}) => {
  const run = join(folder, 'on-the-cluster');
  const words = ['bin/layerwise.mjs', 'train', 'lenet-5', '--steps', `${steps}`, '--out', run];
  const trainer = spawn(process.execPath, words, { stdio: 'ignore' });
  const ended = once(trainer, 'exit');
  await expect.poll(() => existsSync(join(run, 'run.json')), { timeout: 30_000 }).toBe(true);

  await answerOpenDialog(application, run);
  await button(page, 'Runs').click();
  await button(page, 'Open a run’s folder…').click();
  await expect(page.getByRole('status').filter({ hasText: 'trains this run' })).toContainText(
    `Process ${trainer.pid}`,
    { timeout: 30_000 },
  );
  await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(30);
  const first = await shownStep(page);
  await expect.poll(() => shownStep(page)).toBeGreaterThan(first);
  await button(page, 'Stop').click();
  await expect(page.getByText('This run is no longer watched')).toBeVisible();
  expect(trainer.exitCode).toBeNull();
  await picture(page, 'watching-left');

  await button(page, 'Runs').click();
  const row = page.getByRole('row').filter({ hasText: 'LeNet-5' });
  await row.getByRole('button', { name: 'Show' }).click();
  expect(await ended).toEqual([0, null]);
  await expect.poll(() => shownStep(page), { timeout: 30_000 }).toBe(steps);
  await expect(page.getByRole('contentinfo')).toContainText('Finished');
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  expect(await curvePoints(page, 'Loss')).toBeGreaterThan(50);
});
