import type { Page } from '@playwright/test';
import { listenForAnnouncements } from './announcements';
import { expect, test } from './launchApplication';
import { card, cards } from './networkCanvas';
import { WindowInLanguage } from './screens/windowInLanguage';
import { button, shownStep, train } from './trainingRun';

test('a run is spoken of when something happens, and not at each step', async ({ page }) => {
  test.setTimeout(120_000);
  const heard = await listenForAnnouncements(page);
  const words = async () => (await heard()).map((announcement) => announcement.words);
  await train(page);
  expect(await words()).toContain('Training');
  const window = new WindowInLanguage(page, 'en');
  for (const tab of ['gradients', 'loss', 'diagnosis', 'costs']) {
    await window.perform(`view.dock.${tab}`);
    const before = await shownStep(page);
    await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(before + 100);
  }
  // Findings may come and go, and nothing else.
  const said = await words();
  expect(said.length, said.join('\n')).toBeLessThanOrEqual(2);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible({ timeout: 30_000 });
  expect(await words()).toContain('Stopped');
});

test('the focus goes into what opens, and back to where it was', async ({ page }) => {
  const window = new WindowInLanguage(page, 'en');
  await card(page, 'conv2').click();

  await test.step('a view has it at once, and gives it back', async () => {
    for (const [name, command] of [
      ['Runs', 'view.runs'],
      ['Laboratory', 'view.laboratory'],
      ['Use', 'view.use'],
      ['Settings', 'view.settings'],
      ['Templates', 'view.gallery'],
      ['Start', 'project.start'],
    ] as const) {
      await window.perform(command);
      await expect.poll(() => hasFocus(page, name), name).toBe(true);
      await page.keyboard.press('Tab');
      expect(await hasFocus(page, name), `Tab in ${name}`).toBe(true);
      await page.keyboard.press('Escape');
      if (await page.getByRole('region', { name, exact: true }).isVisible())
        await page.keyboard.press('Escape');
      await expect(card(page, 'conv2'), `after ${name}`).toBeFocused();
    }
  });

  await test.step('a dialog that is left by its button gives it back', async () => {
    await button(page, 'Keys').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(button(page, 'Keys')).toBeFocused();
  });

  await test.step('the menu of a card gives it back', async () => {
    await card(page, 'conv2').focus();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page, 'conv2')).toBeFocused();
  });

  await test.step('a kind of layer is appended by pressing its button', async () => {
    const before = await cards(page).count();
    await page
      .getByRole('complementary', { name: 'Layers' })
      .getByRole('button', { name: /^Dropout/ })
      .focus();
    await page.keyboard.press('Space');
    await expect(cards(page)).toHaveCount(before + 1);
    await page.keyboard.press('Enter');
    await expect(cards(page)).toHaveCount(before + 2);
  });
});

/** Whether the focus is in a region. */
function hasFocus(page: Page, region: string): Promise<boolean> {
  return page
    .getByRole('region', { name: region, exact: true })
    .first()
    .evaluate((element) => element.contains(document.activeElement))
    .catch(() => false);
}
