import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { closeApplication, expect, launchApplication, test } from './launchApplication';
import { closeWindow } from './projectWindow';

const bounds = (application: ElectronApplication) =>
  application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('the window opens as it was left: place and size, charts and palette', async ({
  playwright,
  application,
  page,
  folder,
}) => {
  const left = { x: 40, y: 30, width: 1180, height: 760 };
  await application.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    left,
  );
  await page.getByRole('tab', { name: 'Layers & cost' }).click();
  await page.getByRole('separator', { name: 'Height of the charts' }).press('ArrowUp');
  const height = await page
    .getByRole('separator', { name: 'Height of the charts' })
    .getAttribute('aria-valuenow');
  await page.getByRole('button', { name: 'Layers', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Layers' })).toBeHidden();
  await expect.poll(() => bounds(application)).toEqual(left);
  const closed = page.waitForEvent('close');
  await closeWindow(application);
  await closed;
  await application.close();

  const next = await launchApplication(playwright._electron, join(folder, 'profile'));
  const window = await next.firstWindow();
  expect(await bounds(next)).toEqual(left);
  await expect(window.getByRole('tab', { name: 'Layers & cost', selected: true })).toBeVisible();
  await expect(window.getByRole('tabpanel', { name: 'Layers & cost' })).toBeVisible();
  const handle = window.getByRole('separator', { name: 'Height of the charts' });
  await expect(handle).toHaveAttribute('aria-valuenow', height ?? '');
  await expect(window.getByRole('complementary', { name: 'Layers' })).toBeHidden();
  await closeApplication(next);
});
