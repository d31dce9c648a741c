import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerMessageBox, answerSaveDialog } from './dialogs';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { closeWindow, setFilters, title } from './projectWindow';

test('closing asks about changes that are not saved', async ({ page, application, folder }) => {
  const path = join(folder, 'kept.layerwise');
  await setFilters(page, '9');
  await expect.poll(() => title(application)).toContain('•');

  const cancelled = await answerMessageBox(application, 'Cancel');
  await closeWindow(application);
  await expect.poll(cancelled).toEqual(['Save the changes to LeNet-5?']);
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×9/);

  await answerMessageBox(application, 'Save');
  await answerSaveDialog(application, null);
  await closeWindow(application);
  await page.waitForTimeout(500);
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×9/);

  await answerSaveDialog(application, path);
  const closed = page.waitForEvent('close');
  await closeWindow(application);
  await closed;
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 'layerwise' });
});

test('closing asks nothing when all is saved', async ({ page, application }) => {
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');
  const asked = await answerMessageBox(application, 'Cancel');
  await setFilters(page, '9');
  await page.keyboard.press('Control+z');
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');
  expect(await asked()).toEqual([]);
  const closed = page.waitForEvent('close');
  await closeWindow(application);
  await closed;
});
