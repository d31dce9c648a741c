import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CuttableTunnel } from '../server/cuttableTunnel';
import { closeApplication, expect, launchApplication, test } from './launchApplication';
import { picture } from './pictures';
import { freePort, serve } from './servedPage';
import { button, shownStep, train } from './trainingRun';

const settings = (page: Page) => page.getByRole('dialog', { name: 'Device settings' });
const chip = (page: Page) => page.getByRole('button', { name: /^(Device|Slow device) / });

test('LeNet-5 trains on another machine, through a cut and a start of the application, and stays here as a run', async ({
  playwright,
  application,
  page,
  folder,
}) => {
  test.setTimeout(180_000);
  const port = await freePort();
  const tokenFile = join(folder, 'token');
  const options = ['--name', CuttableTunnel.host, '--token-file', tokenFile];
  const served = await serve(port, join(folder, 'far'), options);
  const tunnel = await CuttableTunnel.start(port);
  try {
    const token = (await readFile(tokenFile, 'utf8')).trim();
    const connect = async (window: Page, words: string): Promise<void> => {
      await settings(window).getByLabel('Token').fill(words);
      await settings(window).getByRole('button', { name: 'Connect' }).click();
    };
    const lost = /^Connection to \S+ lost$/;

    await test.step('it is named in the device settings, and has to know the token', async () => {
      await chip(page).click();
      await settings(page).getByRole('button', { name: 'Another machine…' }).click();
      await settings(page).getByLabel('Address').fill('http://192.0.2.1:8373');
      await connect(page, token);
      await expect(settings(page)).toContainText('would not be encrypted');
      await settings(page).getByLabel('Address').fill(`http://${CuttableTunnel.host}:${port}`);
      await connect(page, `${token}a`);
      await expect(settings(page)).toContainText('does not accept this token');
      await picture(page, 'another-machine');
      await connect(page, token);
      await expect(page.getByRole('contentinfo')).toContainText(/Machine\s*\S/);
      await expect(chip(page)).toHaveText(/ · CPU, \d+ cores?$/, { timeout: 20_000 });
      await page.keyboard.press('Escape');
    });

    await test.step('a cut is told, and caught up with', async () => {
      await train(page);
      tunnel.cut();
      await expect(page.getByText(lost)).toBeVisible();
      await expect(page.getByText(/Training goes on there\. Trying again/)).toBeVisible();
      await picture(page, 'another-machine-cut');
      const held = await shownStep(page);
      await page.waitForTimeout(1_500);
      expect(await shownStep(page)).toBe(held);
      tunnel.mend();
      await expect(page.getByText(lost)).toBeHidden({ timeout: 20_000 });
      await expect.poll(() => shownStep(page), { timeout: 20_000 }).toBeGreaterThan(held + 50);
    });
    const before = await shownStep(page);
    await closeApplication(application);

    const next = await launchApplication(playwright._electron, join(folder, 'profile'));
    const window = await next.firstWindow();
    await test.step('the application that is started again offers to reconnect', async () => {
      await expect(window.getByText(/^LeNet-5 is training on \S+$/)).toBeVisible({ timeout: 30_000 });
      await picture(window, 'another-machine-offer');
      await button(window, 'Reconnect').click();
      await connect(window, token);
      await expect(button(window, 'Pause')).toBeEnabled({ timeout: 20_000 });
      await expect.poll(() => shownStep(window)).toBeGreaterThan(before);
      await button(window, 'Stop').click();
      await expect(button(window, 'Train')).toBeVisible({ timeout: 10_000 });
    });

    await test.step('the run is here as it is there, no step less', async () => {
      const there = join(folder, 'far', 'layerwise', 'runs');
      const here = join(folder, 'profile', 'runs');
      const [run = ''] = await readdir(there);
      const read = (runs: string, file: string) =>
        readFile(join(runs, run, file)).catch(() => Buffer.from('not there yet'));
      for (const file of ['metrics.jsonl', 'telemetry/steps.i32', 'checkpoints/last.safetensors']) {
        const written = await read(there, file);
        await expect.poll(async () => (await read(here, file)).equals(written), { message: file }).toBe(true);
      }
      // What else there is comes behind these; the copy is free once it is whole.
      await expect.poll(() => existsSync(join(here, run, 'lock'))).toBe(false);
      expect(String(await read(here, 'metrics.jsonl'))).toContain('"reason":"stopped"');
      const steps = new Int32Array((await readFile(join(here, run, 'telemetry/steps.i32'))).buffer);
      expect([...steps.subarray(0, -1)]).toEqual(Array.from(steps.subarray(1), (_, row) => 10 * row + 1));
    });

    await test.step('and opens without that machine', async () => {
      await chip(window).click();
      await settings(window).getByRole('button', { name: 'Use this machine' }).click();
      served.process.kill('SIGKILL');
      await window.keyboard.press('Escape');
      await expect(chip(window)).toHaveText(/^CPU, \d+ cores?$/, { timeout: 20_000 });
      await button(window, 'Runs').click();
      await expect(window.getByRole('row', { name: /LeNet-5/ })).toContainText('Stopped');
      await picture(window, 'another-machine-copy');
    });
    await closeApplication(next);
  } finally {
    tunnel.close();
    served.process.kill('SIGKILL');
  }
});
