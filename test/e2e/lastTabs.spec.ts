import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerMessageBox } from './dialogs';
import { draftHolds } from './drafts';
import { killApplication } from './engineProcess';
import { closeApplication, launchApplication } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { closeWindow, saveAs, setFilters, title } from './projectWindow';
import { openTab, tab, tabNames } from './tabs';

const start = (page: Page) => page.getByRole('region', { name: 'Start', exact: true });

async function closeProperly(application: ElectronApplication, page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  await closeWindow(application);
  await closed;
  await application.close();
}

test('a start goes on with the tabs of the last time, as their files have them, until there are none', async ({
  playwright,
}, info) => {
  const folder = info.outputPath();
  const profile = join(folder, 'profile');
  const launch = (file?: string) =>
    launchApplication(playwright._electron, profile, { settings: {}, ...(file && { file }) });
  const first = await launch();
  const page = await first.firstWindow();
  await start(page).getByRole('list').first().getByRole('button').filter({ hasText: 'LeNet-5' }).click();
  await setFilters(page, '12');
  await saveAs(first, page, join(folder, 'saved.layerwise'));
  await openTab(page, 'AlexNet');
  await openTab(page, 'VGG-16');
  await saveAs(first, page, join(folder, 'gone.layerwise'));
  await tab(page, 'LeNet-5').click();
  await expect.poll(() => tabNames(page)).toEqual(['LeNet-5', 'AlexNet', 'VGG-16']);
  await setFilters(page, '13');
  await answerMessageBox(first, 'Don’t save');
  await closeProperly(first, page);
  await rm(join(folder, 'gone.layerwise'));

  const second = await launch();
  const again = await second.firstWindow();
  const dialog = again.getByRole('dialog', { name: 'Not all tabs could be opened again' });
  await expect(dialog).toContainText('gone.layerwise could not be opened: it does not exist.');
  await picture(again, 'last-tabs-missing');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(start(again)).toBeHidden();
  await expect.poll(() => tabNames(again)).toEqual(['LeNet-5', 'AlexNet']);
  await expect(tab(again, 'LeNet-5')).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => title(second)).toBe('LeNet-5 – Layerwise');
  // As it was saved, and it can be saved there again.
  await expect(card(again, 'conv1')).toHaveAccessibleName(/28×28×12/);
  await setFilters(again, '14');
  await again.keyboard.press('Control+s');
  await expect.poll(() => title(second)).toBe('LeNet-5 – Layerwise');
  await closeProperly(second, again);

  const byFile = await launch('resources/examples/lenet-5.layerwise');
  const alone = await byFile.firstWindow();
  await expect.poll(() => title(byFile)).toBe('LeNet-5 – Layerwise');
  await expect(card(alone, 'conv1')).toHaveAccessibleName(/28×28×6/);
  await expect.poll(() => tabNames(alone)).toEqual([]);
  await alone.keyboard.press('Control+w');
  await expect(start(alone)).toBeVisible();
  await closeProperly(byFile, alone);

  const last = await launch();
  await expect(start(await last.firstWindow())).toBeVisible();
  await closeApplication(last);
});

test('after a crash the saved tabs are there too, and a discarded draft leaves the tab of its file', async ({
  playwright,
}, info) => {
  const folder = info.outputPath();
  const profile = join(folder, 'profile');
  const launch = () =>
    launchApplication(playwright._electron, profile, { settings: { 'starting.startScreen': false } });
  const crashed = await launch();
  const page = await crashed.firstWindow();
  await setFilters(page, '12');
  await saveAs(crashed, page, join(folder, 'saved.layerwise'));
  await openTab(page, 'AlexNet');
  await tab(page, 'LeNet-5').click();
  await setFilters(page, '13');
  await draftHolds(folder, '\\"filters\\":13');
  await killApplication(crashed);

  const next = await launch();
  const window = await next.firstWindow();
  const dialog = window.getByRole('dialog', { name: 'Layerwise was closed unexpectedly' });
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => tabNames(window)).toEqual(['LeNet-5', 'AlexNet']);
  await expect(card(window, 'conv1')).toHaveAccessibleName(/28×28×12/);
  await window.keyboard.press('Control+,');
  await window.keyboard.type('reopen tabs');
  const settings = window.getByRole('region', { name: 'Settings', exact: true });
  await settings.getByRole('switch', { name: 'Reopen the tabs of the last time' }).click();
  await window.keyboard.press('Escape');
  await closeApplication(next);

  const off = await launch();
  const without = await off.firstWindow();
  await expect(card(without, 'conv1')).toHaveAccessibleName(/28×28×6/);
  await expect.poll(() => tabNames(without)).toEqual([]);
  await closeApplication(off);
});
