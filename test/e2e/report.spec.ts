import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { answerSaveDialog, recordShownPaths } from './dialogs';
import { engineProcessId } from './engineProcess';
import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { saveAs } from './projectWindow';

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('a report holds what is ticked and nothing private, and lies where the person wants it', async ({
  page,
  application,
  folder,
}) => {
  const shown = await recordShownPaths(application);
  await saveAs(application, page, join(folder, 'Secret thesis.layerwise'));
  process.kill(await engineProcessId(application), 'SIGKILL');
  await expect(page.getByRole('alert')).toContainText('The engine stopped');

  await command(page, 'report problem');
  const dialog = page.getByRole('dialog', { name: 'Report a problem' });
  const text = dialog.getByRole('textbox');
  await expect(text).toHaveValue(/<path>\.log/);
  await picture(page, 'report-light');
  await dialog.getByRole('button', { name: 'Structure of the open network' }).click();
  await expect(text).toHaveValue(/"kind":"conv2d"/);
  await expect(dialog.getByRole('checkbox', { name: /network/ })).not.toBeChecked();
  await dialog.getByRole('checkbox', { name: 'Include: Settings' }).uncheck();
  const path = join(folder, 'report.zip');
  await answerSaveDialog(application, path);
  await dialog.getByRole('button', { name: 'Save the report…' }).click();
  await expect(dialog.getByText(`Saved: ${path}`)).toBeVisible();
  expect(await shown()).toEqual([path]);

  const files = unzipSync(await readFile(path));
  expect(Object.keys(files).sort()).toEqual([
    'last-problem.txt',
    'log.txt',
    'machine.json',
    'training-device.json',
    'versions.txt',
  ]);
  const whole = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(whole).toMatch(/Layerwise \d+\.\d+\.\d+ \(from a checkout\), Electron \d/);
  for (const secret of [folder, 'Secret thesis', hostname()]) expect(whole).not.toContain(secret);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await command(page, 'about layerwise');
  const about = page.getByRole('dialog', { name: 'About Layerwise' });
  await expect(about).toContainText(/Version \d+\.\d+\.\d+/);
  await expect(about).toContainText('Electron');
  await picture(page, 'about-light');
  await page.keyboard.press('Escape');

  await command(page, 'show the log');
  await expect.poll(shown).toHaveLength(2);
  const log = await readFile((await shown())[1] ?? '', 'utf8');
  expect(log).toMatch(/\(engine\) +engine ended/);
  expect(log).not.toContain(folder);
});
