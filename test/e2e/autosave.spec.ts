import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { launchApplication } from './launchApplication';
import { closeWindow, saveAs, setFilters, title } from './projectWindow';

test('a project with a file saves itself, says so, and closes without a question; a file of others stays', async ({
  playwright,
}, info) => {
  const application = await launchApplication(playwright._electron, info.outputPath('profile'), {
    settings: { 'starting.startScreen': false, 'saving.autosave': true },
  });
  const page = await application.firstWindow();
  const path = info.outputPath('net.layerwise');
  const bar = page.getByRole('contentinfo');
  await setFilters(page, '11');
  await expect(bar).toContainText(/Draft kept (now|\d seconds? ago)/);
  await saveAs(application, page, path);
  await setFilters(page, '12');
  await expect.poll(() => readFile(path, 'utf8')).toContain('"filters":12');
  await expect(bar).toContainText(/Saved (now|\d seconds? ago)/);
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');

  await writeFile(path, 'of others');
  await setFilters(page, '13');
  await expect(page.getByRole('status').filter({ hasText: 'others have changed it' })).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe('of others');
  await application.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
  });
  await page.keyboard.press('Control+s');
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');

  // Any question from here on would be left without an answer, and the window open.
  await application.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => new Promise(() => undefined);
  });
  const closed = page.waitForEvent('close');
  await setFilters(page, '14');
  await closeWindow(application);
  await closed;
  await application.close();
  expect(await readFile(path, 'utf8')).toContain('"filters":14');
});
