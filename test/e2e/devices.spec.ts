import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { closeApplication, expect, launchApplication, test } from './launchApplication';
import { picture } from './pictures';
import { shownStep, train } from './trainingRun';

const chip = (page: Page) => page.getByRole('button', { name: /^(Device|Slow device) / });
const settings = (page: Page) => page.getByRole('dialog', { name: 'Device settings' });

test('one thread is chosen by mouse, said by the chip, and kept across a start', async ({
  playwright,
  application,
  page,
  folder,
}) => {
  await expect(chip(page)).toHaveText(/^CPU, \d+ cores?$/);
  await train(page);
  await expect.poll(() => shownStep(page)).toBeGreaterThan(20);
  await chip(page).click();
  await expect(settings(page)).toContainText(/In use\s*TensorFlow 2\.\d+\.\d+ · CPU, \d+ cores?/);
  await settings(page)
    .getByRole('button', { name: /^Threads: Automatic \(\d+\)$/ })
    .click();
  await page.getByRole('menuitemradio', { name: '1', exact: true }).click();
  await expect(settings(page)).toContainText('This ends the run under way. What it measured is kept.');
  await picture(page, 'device-settings');
  await settings(page).getByRole('button', { name: 'Restart engine' }).click();
  await expect(settings(page)).toBeHidden();
  await expect(chip(page)).toHaveText('CPU, 1 thread', { timeout: 20_000 });
  expect(await shownStep(page)).toBeGreaterThan(20);
  await train(page);
  await expect.poll(() => shownStep(page)).toBeGreaterThan(5);
  await closeApplication(application);

  const next = await launchApplication(playwright._electron, join(folder, 'profile'));
  const window = await next.firstWindow();
  await expect(chip(window)).toHaveText('CPU, 1 thread', { timeout: 20_000 });
  await chip(window).click();
  await expect(settings(window).getByRole('button', { name: 'Threads: 1' })).toBeVisible();
  await settings(window).getByRole('button', { name: 'Device: Automatic' }).click();
  await window.getByRole('menuitemradio', { name: 'WebAssembly' }).click();
  await settings(window).getByRole('button', { name: 'Restart engine' }).click();
  await expect(chip(window)).toHaveText('CPU, 1 core', { timeout: 20_000 });
  await chip(window).click();
  await expect(settings(window)).toContainText(/as was chosen\.\s*Choose another device/);
  await picture(window, 'device-settings-wasm');
  await closeApplication(next);
});
