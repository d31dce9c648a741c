import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { dragFile } from './dropFile';
import { closeApplication, expect, launchApplication, startAgain, test } from './launchApplication';
import { card } from './networkCanvas';
import { closeWindow, saveAs, setFilters, title } from './projectWindow';

/** A project file whose name is its project's too. */
async function writeProject(folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.layerwise`);
  const example = await readFile('resources/examples/lenet-5.layerwise', 'utf8');
  await writeFile(path, example.replace('"name": "LeNet-5"', `"name": "${name}"`));
  return path;
}

async function openRecentMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Project menu' }).click();
  await page.getByRole('menuitem', { name: 'Open recent' }).hover();
}

/** Labels of the application menu's recent projects. */
function recentOfApplicationMenu(application: ElectronApplication): Promise<string[]> {
  return application.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    const recent = items?.find(({ label }) => label.replace('&', '') === 'Open recent');
    return recent?.submenu?.items.map(({ label }) => label) ?? [];
  });
}

test('recent projects are found again after a restart, and one that is gone is said to be', async ({
  playwright,
  application,
  page,
  folder,
}) => {
  await setFilters(page, '11');
  await saveAs(application, page, join(folder, 'first.layerwise'));
  await setFilters(page, '12');
  await saveAs(application, page, join(folder, 'second.layerwise'));
  expect(await recentOfApplicationMenu(application)).toEqual([
    `second.layerwise – ${folder}`,
    `first.layerwise – ${folder}`,
  ]);
  const closed = page.waitForEvent('close');
  await closeWindow(application);
  await closed;
  await application.close();

  const next = await launchApplication(playwright._electron, join(folder, 'profile'));
  const window = await next.firstWindow();
  await openRecentMenu(window);
  const items = window.getByRole('menuitem', { name: /\.layerwise/ });
  await expect(items).toHaveText([/^second\.layerwise/, /^first\.layerwise/]);
  await items.filter({ hasText: 'first' }).click();
  await expect(card(window, 'conv1')).toHaveAccessibleName(/28×28×11/);

  await rm(join(folder, 'second.layerwise'));
  await openRecentMenu(window);
  await expect(items).toHaveText([/^first\.layerwise/, /^second\.layerwise/]);
  await items.filter({ hasText: 'second' }).click();
  const dialog = window.getByRole('dialog', { name: 'The project could not be opened' });
  await expect(dialog).toContainText('second.layerwise could not be opened: it does not exist.');
  await expect(dialog).toContainText('It was taken off the list of recent projects.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await openRecentMenu(window);
  await expect(items).toHaveText([/^first\.layerwise/]);
  expect(await recentOfApplicationMenu(next)).toEqual([`first.layerwise – ${folder}`]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');

  // What is open is gone to, as it was left.
  await setFilters(window, '13');
  await window.keyboard.press('Control+n');
  await expect(card(window, 'conv1')).toHaveCount(0);
  await next.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    items?.find(({ label }) => label.replace('&', '') === 'Open recent')?.submenu?.items[0]?.click();
  });
  await expect(card(window, 'conv1')).toHaveAccessibleName(/28×28×13/);
  await closeApplication(next);
});

test('a list of recent projects that something else has written is no list', async ({
  playwright,
  folder,
}) => {
  const profile = join(folder, 'profile');
  await mkdir(profile);
  await writeFile(join(profile, 'recent.json'), '{"paths": [1, {"length": 1e9}], "__proto__": 7');
  const next = await launchApplication(playwright._electron, profile);
  const window = await next.firstWindow();
  await window.getByRole('button', { name: 'Project menu' }).click();
  await expect(window.getByRole('menuitem', { name: 'Open recent' })).toBeDisabled();
  await closeApplication(next);
});

test('a file on the command line is opened, by a second start in the window that is there', async ({
  playwright,
  folder,
}) => {
  const profile = join(folder, 'profile');
  const [first, second] = [await writeProject(folder, 'First'), await writeProject(folder, 'Second')];
  const running = await launchApplication(playwright._electron, profile, { file: first });
  const window = await running.firstWindow();
  await expect.poll(() => title(running)).toBe('First – Layerwise');

  await setFilters(window, '9');
  await startAgain(profile, second);
  await expect.poll(() => title(running)).toBe('Second – Layerwise');
  // One that is open is gone to.
  await startAgain(profile, first);
  await expect.poll(() => title(running)).toBe('First • – Layerwise');
  await expect(card(window, 'conv1')).toHaveAccessibleName(/28×28×9/);
  expect(running.windows()).toHaveLength(1);
  await closeApplication(running);
});

test('a file is opened by dropping it on the window', async ({ application, page, folder }) => {
  const path = await writeProject(folder, 'Dropped');
  await dragFile(page, path, 'drop');
  await expect.poll(() => title(application)).toBe('Dropped – Layerwise');
  await setFilters(page, '10');
  await page.keyboard.press('Control+s');
  await expect.poll(() => title(application)).toBe('Dropped – Layerwise');
});
