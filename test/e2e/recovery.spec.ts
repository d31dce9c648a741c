import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { draftHolds, drafts } from './drafts';
import { killApplication } from './engineProcess';
import { closeApplication, expect, launchApplication, test } from './launchApplication';
import { card, describeCards, describeDrawnCards } from './networkCanvas';
import { closeWindow, saveAs, setFilters, title } from './projectWindow';
import { train } from './trainingRun';

function recoveryDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Layerwise was closed unexpectedly' });
}

test('a killed application costs no change, and the file that it had open stays as it was saved', async ({
  playwright,
  application,
  page,
  folder,
}) => {
  const path = join(folder, 'wide.layerwise');
  await setFilters(page, '12');
  await saveAs(application, page, path);
  const saved = await readFile(path, 'utf8');
  await setFilters(page, '13');
  await setFilters(page, '14');
  const edited = await describeDrawnCards(page);
  await draftHolds(folder, '\\"filters\\":14');
  await killApplication(application);

  const next = await launchApplication(playwright._electron, join(folder, 'profile'));
  const window = await next.firstWindow();
  const dialog = recoveryDialog(window);
  await expect(dialog).toContainText(
    /This is LeNet-5 as of \d\d:\d\d, 2 changes after the last save\..*leaves .*wide\.layerwise as it is/,
  );
  await expect(dialog.getByRole('button', { name: 'Recover' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect.poll(() => describeCards(window)).toEqual(edited);
  await expect.poll(() => title(next)).toBe('LeNet-5 • – Layerwise');
  // Nothing is asked any more: the canvas can be used.
  await card(window, 'conv2').click();
  expect(await readFile(path, 'utf8')).toBe(saved);

  await window.keyboard.press('Control+s');
  await expect.poll(() => title(next)).toBe('LeNet-5 – Layerwise');
  expect(await readFile(path, 'utf8')).toBe(saved.replace('"filters":12', '"filters":14'));
  await closeApplication(next);
  expect(await drafts(folder)).toEqual([]);
});

test('a draft that is not decided about is offered again, and one that is discarded never', async ({
  playwright,
  application,
  page,
  folder,
}) => {
  const untouched = await describeDrawnCards(page);
  await setFilters(page, '21');
  await draftHolds(folder, '\\"filters\\":21');
  await killApplication(application);

  const launch = () => launchApplication(playwright._electron, join(folder, 'profile'));
  const second = await launch();
  await expect(recoveryDialog(await second.firstWindow())).toContainText('with 1 change that no file has');
  const closed = (await second.firstWindow()).waitForEvent('close');
  await closeWindow(second);
  await closed;
  await second.close();

  const third = await launch();
  const window = await third.firstWindow();
  await recoveryDialog(window).getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => describeCards(window)).toEqual(untouched);
  await expect.poll(() => drafts(folder)).toEqual([]);
  await killApplication(third);

  const fourth = await launch();
  const last = await fourth.firstWindow();
  await expect.poll(() => describeCards(last)).toEqual(untouched);
  await expect(recoveryDialog(last)).toBeHidden();
  await closeApplication(fourth);
});

/** What the window shows, as its process says it: Playwright has no use for a page once that has crashed. */
function shown(application: ElectronApplication, selector: string): Promise<string[]> {
  return application.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `[...document.querySelectorAll(${JSON.stringify(wanted)})].map((e) => e.ariaLabel ?? e.textContent)`,
      ),
    selector,
  );
}

test('a page that crashes comes back by itself with its project, and says so', async ({
  application,
  page,
  folder,
}) => {
  const path = join(folder, 'kept.layerwise');
  await saveAs(application, page, path);
  const saved = await readFile(path, 'utf8');
  await setFilters(page, '15');
  const edited = await describeDrawnCards(page);
  await draftHolds(folder, '\\"filters\\":15');
  await train(page);
  const crashed = page.waitForEvent('crash');
  await application.evaluate(({ BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  });
  await crashed;

  await expect.poll(() => shown(application, '[data-layer]')).toEqual(edited);
  const [notice] = await shown(application, '[role="status"]');
  expect(notice).toMatch(/stopped working, and was loaded anew\..*LeNet-5 is as it was at \d\d:\d\d/);
  expect(await title(application)).toBe('LeNet-5 • – Layerwise');
  // The run has gone on meanwhile.
  await expect.poll(() => shown(application, 'button')).toContain('Pause');
  // The window still knows the file, and that it may write it.
  await application.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    items?.find(({ label }) => label.replace('&', '') === 'Save')?.click();
  });
  await expect.poll(() => readFile(path, 'utf8')).toBe(saved.replace('"filters":6', '"filters":15'));
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');
});

test('a page that is loaded anew goes on with the last change, saved or not', async ({
  application,
  page,
  folder,
}) => {
  const path = join(folder, 'again.layerwise');
  await setFilters(page, '16');
  await saveAs(application, page, path);
  await page.reload();
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×16/);
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');
  await setFilters(page, '17');
  // At once: what the draft does not hold yet is handed over when the page goes.
  await page.reload();
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×17/);
  await expect.poll(() => title(application)).toBe('LeNet-5 • – Layerwise');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFile(path, 'utf8')).toContain('"filters":17');
});

test('a draft that can’t be kept is said, and the project can still be saved', async ({
  application,
  page,
  folder,
}) => {
  // It was looked for, and there was none.
  await expect(card(page, 'conv1')).toBeVisible();
  await writeFile(join(folder, 'profile', 'drafts'), 'in the way');
  await setFilters(page, '18');
  const notice = page.getByRole('status').filter({ hasText: 'not protected against a crash' });
  await expect(notice).toContainText('save the project often until that is mended');
  await saveAs(application, page, join(folder, 'safe.layerwise'));
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await setFilters(page, '19');
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×19/);
  // It was said: longer than until the next draft is due, it isn't again.
  await page.waitForTimeout(1500);
  await expect(notice).toBeHidden();
});
