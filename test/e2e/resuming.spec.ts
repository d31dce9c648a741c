import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { engineProcessId, isAlive, killApplication } from './engineProcess';
import { closeApplication, expect, launchApplication, test } from './launchApplication';
import { picture } from './pictures';
import { curvePoints, shownStep, train } from './trainingRun';

/** LeNet-5 takes 938 steps for an epoch of MNIST, and a checkpoint is taken at the end of each. */
const beyondFirstEpoch = 960;

async function trainBeyondFirstEpoch(page: Page): Promise<void> {
  await train(page);
  await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(beyondFirstEpoch);
}

test('a run whose application was killed is offered, and goes on from its last checkpoint', async ({
  playwright,
  application,
  page,
  folder,
}) => {
  await trainBeyondFirstEpoch(page);
  const engine = await engineProcessId(application);
  await killApplication(application);
  await expect.poll(() => isAlive(engine)).toBe(false);

  const next = await launchApplication(playwright._electron, join(folder, 'profile'));
  const window = await next.firstWindow();
  const offer = window.getByRole('status').filter({ hasText: 'LeNet-5 was training when Layerwise ended' });
  await expect(offer).toContainText(/measured up to step [\d,]+ is kept/, { timeout: 30_000 });
  await picture(window, 'run-offered');
  await offer.getByRole('button', { name: 'Resume' }).click();
  await expect(window.getByRole('button', { name: 'Pause' })).toBeEnabled({ timeout: 60_000 });
  await expect.poll(() => shownStep(window), { timeout: 60_000 }).toBeGreaterThan(beyondFirstEpoch);
  await window.getByRole('tab', { name: 'Loss & accuracy' }).click();
  // What was measured before it was killed is on the chart.
  expect(await curvePoints(window, 'Loss')).toBeGreaterThan(50);
  await window.getByRole('button', { name: 'Stop' }).click();
  await expect(window.getByRole('button', { name: /Continue/ })).toBeVisible();
  await closeApplication(next);
});

test('runs are listed with their size, and one of them is shown again', async ({ page, application }) => {
  await train(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: /Continue/ })).toBeVisible();
  const steps = await shownStep(page);
  process.kill(await engineProcessId(application), 'SIGKILL');
  await expect(page.getByRole('alert')).toContainText('A new engine is ready', { timeout: 30_000 });

  await page.getByRole('button', { name: 'Runs' }).click();
  const view = page.getByRole('region', { name: 'Runs' });
  const row = view.getByRole('row').filter({ hasText: 'LeNet-5' });
  await expect(row).toContainText('Stopped');
  // Its engine is gone, and with it the weights in memory: it is offered like any other.
  await expect(row.getByRole('button', { name: 'Resume' })).toBeEnabled();
  await expect(row).toContainText(/[KM]iB/);
  await expect(view).toContainText(/1 run, [\d.]+ [KM]iB, in .*runs/);
  await picture(page, 'runs');
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();

  await train(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: /Continue/ })).toBeVisible();
  await page.getByRole('button', { name: 'Runs' }).click();
  await expect(view.getByRole('row').filter({ hasText: 'LeNet-5' })).toHaveCount(2);
  await view
    .getByRole('row')
    .filter({ hasText: 'Stopped' })
    .last()
    .getByRole('button', { name: 'Show' })
    .click();
  await expect(view).toBeHidden();
  await expect.poll(() => shownStep(page)).toBe(steps);
  await expect(page.getByRole('button', { name: /Continue/ })).toBeVisible();
});

test('a run whose folder is moved away pauses with a sentence, and goes on when it is back', async ({
  page,
  folder,
}) => {
  await train(page);
  const runs = join(folder, 'profile', 'runs');
  const away = join(folder, 'away');
  expect(await readdir(runs)).toHaveLength(1);
  await rename(runs, away);
  await mkdir(runs);
  const notice = page.getByRole('status').filter({ hasText: 'can’t be written to' });
  await expect(notice.or(page.getByText("can't be written to"))).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled({ timeout: 30_000 });
  await picture(page, 'run-unwritable');
  await rename(away, runs);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled({ timeout: 30_000 });
  await expect(page.getByText("can't be written to")).toBeHidden();
});
