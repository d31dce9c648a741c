import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerMessageBox, answerOpenDialog, answerSaveDialog } from './dialogs';
import { draftHolds } from './drafts';
import { killApplication } from './engineProcess';
import { closeApplication, expect, launchApplication, test } from './launchApplication';
import { card, describeCards, describeDrawnCards } from './networkCanvas';
import { closeWindow, saveAs, setFilters, title } from './projectWindow';
import { openTab, tab, tabNames } from './tabs';
import { button, shownStep, train } from './trainingRun';

test('each tab has its own network, history, selection and file', async ({ page, application, folder }) => {
  await expect.poll(() => tabNames(page)).toEqual([]);
  await setFilters(page, '12');
  await saveAs(application, page, join(folder, 'first.layerwise'));
  await setFilters(page, '13');
  const first = await describeDrawnCards(page);
  await openTab(page, 'AlexNet');
  await expect.poll(() => tabNames(page)).toEqual(['LeNet-5, not saved', 'AlexNet']);
  await expect(tab(page, 'AlexNet')).toHaveAttribute('aria-selected', 'true');
  const second = await describeDrawnCards(page);
  await setFilters(page, '78');
  await expect.poll(() => title(application)).toBe('AlexNet • – Layerwise');

  await page.keyboard.press('Control+Tab');
  await expect.poll(() => describeCards(page)).toEqual(first);
  await expect.poll(() => title(application)).toBe('LeNet-5 • – Layerwise');
  // What was selected still is.
  await expect(page.getByRole('textbox', { name: 'Filters' })).toHaveValue('13');
  await card(page, 'conv1').focus();
  await page.keyboard.press('Control+z');
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×12/);
  await expect.poll(() => tabNames(page)).toEqual(['LeNet-5', 'AlexNet, not saved']);
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+z');
  await expect.poll(() => describeCards(page)).toEqual(second);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => describeCards(page)).toEqual(first);

  // A file that is open is gone to, with what was changed since.
  await tab(page, 'AlexNet').click();
  await answerOpenDialog(application, join(folder, 'first.layerwise'));
  await page.keyboard.press('Control+o');
  await expect.poll(() => describeCards(page)).toEqual(first);
  expect(await tabNames(page)).toHaveLength(2);

  // Along the strip by keys.
  await tab(page, 'LeNet-5, not saved').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'AlexNet')).toBeFocused();
  await expect.poll(() => describeCards(page)).toEqual(first);
  await page.keyboard.press('Delete');
  await expect.poll(() => tabNames(page)).toEqual([]);
  await page.keyboard.press('Control+Shift+t');
  await expect.poll(() => describeCards(page)).toEqual(second);

  // Another order, by keys and by the mouse, which also closes.
  await page.keyboard.press('Control+Shift+PageUp');
  await expect.poll(() => tabNames(page)).toEqual(['AlexNet', 'LeNet-5, not saved']);
  await tab(page, 'LeNet-5, not saved').dragTo(tab(page, 'AlexNet'));
  await expect.poll(() => tabNames(page)).toEqual(['LeNet-5, not saved', 'AlexNet']);
  await tab(page, 'AlexNet').click({ button: 'middle' });
  await expect.poll(() => describeCards(page)).toEqual(first);
});

test('a run belongs to the tab in which it began', async ({ page }) => {
  await train(page);
  await openTab(page, 'AlexNet');
  await expect(tab(page, 'LeNet-5, training')).toBeVisible();
  // No run here: it can be drawn, and the charts are empty.
  await expect(button(page, 'Pause')).toHaveCount(0);
  expect(await shownStep(page)).toBe(0);
  await setFilters(page, '78');
  await expect(card(page, 'conv1')).toHaveAccessibleName(/×78, then ReLU/);
  await card(page, 'conv1').focus();
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByRole('status').filter({ hasText: 'LeNet-5 is training in another tab' }),
  ).toContainText('Stop that run first');

  await button(page, 'To the run').click();
  await expect(button(page, 'Pause')).toBeEnabled();
  const step = await shownStep(page);
  await expect.poll(() => shownStep(page)).toBeGreaterThan(step);
  await page.keyboard.press('Control+w');
  const question = page.getByRole('dialog', { name: 'Stop the run of LeNet-5?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await button(page, 'Stop').click();
  await expect(page.getByRole('button', { name: /^Continue/ })).toBeVisible();
  await page.keyboard.press('Control+PageDown');
  await expect(button(page, 'Train')).toBeEnabled();
  await expect(page.getByRole('button', { name: /^Continue/ })).toHaveCount(0);
});

test('closing asks about each project with changes, and a crash loses none', async ({
  page,
  application,
  folder,
  playwright,
}) => {
  await setFilters(page, '14');
  await openTab(page, 'AlexNet');
  await setFilters(page, '78');
  await page.keyboard.press('Control+w');
  const question = page.getByRole('dialog', { name: 'Save the changes to AlexNet?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();

  const asked = await answerMessageBox(application, 'Cancel');
  await closeWindow(application);
  await expect.poll(asked).toEqual(['Save the changes to 2 projects?']);
  for (const filters of [14, 78]) await draftHolds(folder, `\\"filters\\":${filters}`);
  await killApplication(application);

  const next = await launchApplication(playwright._electron, join(folder, 'profile'));
  const window = await next.firstWindow();
  await window
    .getByRole('dialog', { name: 'Layerwise was closed unexpectedly' })
    .getByRole('button', { name: 'Recover' })
    .click();
  await expect.poll(() => tabNames(window)).toEqual(['LeNet-5, not saved', 'AlexNet, not saved']);
  await expect(card(window, 'conv1')).toHaveAccessibleName(/×78, then ReLU/);
  await window.reload();
  await expect.poll(() => tabNames(window)).toEqual(['LeNet-5, not saved', 'AlexNet, not saved']);

  await answerMessageBox(next, 'Save all');
  await answerSaveDialog(next, join(folder, 'both.layerwise'));
  await closeWindow(next);
  await expect
    .poll(() => readFile(join(folder, 'both.layerwise'), 'utf8').catch(() => ''))
    .toContain('"filters":78');
  await closeApplication(next);
});
