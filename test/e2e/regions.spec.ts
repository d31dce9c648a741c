import type { Locator, Page } from '@playwright/test';
import { card, cards } from './networkCanvas';
import { picture } from './pictures';
import { expect, test } from './reusedWindow';
import { WindowInLanguage } from './screens/windowInLanguage';
import { openTab } from './tabs';
import { button } from './trainingRun';

/** The parts of the window with one project and nothing over it, in the order of the page. */
function parts(page: Page) {
  return {
    title: page.getByRole('banner'),
    rail: page.getByRole('navigation', { name: 'Panels' }),
    layers: page.getByRole('complementary', { name: 'Layers' }),
    network: page.getByRole('region', { name: 'Network', exact: true }),
    charts: page.getByRole('region', { name: 'Charts', exact: true }),
    inspector: page.getByRole('complementary', { name: 'Inspector' }),
    status: page.getByRole('contentinfo'),
  };
}

/** Presses the key once for each part, which has the focus and its ring then. */
async function leadsThrough(page: Page, key: string, wanted: readonly Locator[]): Promise<void> {
  for (const part of wanted) {
    await page.keyboard.press(key);
    await expect(part.locator(':focus-visible').or(part.and(page.locator(':focus-visible')))).toBeVisible();
  }
}

test('F6 leads through the parts of the window and around, Shift F6 back', async ({ page }) => {
  // A key that is pressed before the window shows its network meets no one.
  await expect(card(page, 'conv1')).toBeVisible();
  const { rail, layers, network, charts, inspector, status, ...others } = parts(page);
  const around = [others.title, rail, layers, network, charts, inspector, status];

  await test.step('where nothing has the focus, first to the network', async () => {
    await leadsThrough(page, 'F6', [network, charts, inspector, status, ...around]);
    await leadsThrough(page, 'Shift+F6', around.toReversed().slice(1));
  });

  await test.step('each is entered where it was left, and out of text, too', async () => {
    await leadsThrough(page, 'F6', [rail, layers]);
    const search = page.getByRole('textbox', { name: 'Search layers' });
    await expect(search).toBeFocused();
    await page.keyboard.type('pool');
    await leadsThrough(page, 'F6', [network]);
    await page.keyboard.press('ArrowRight');
    await expect(card(page, 'conv1')).toBeFocused();
    await leadsThrough(page, 'F6', [charts]);
    await expect(page.getByRole('tab', { name: 'Gradient flow' })).toBeFocused();
    await leadsThrough(page, 'Shift+F6', [network]);
    await expect(card(page, 'conv1')).toBeFocused();
    await leadsThrough(page, 'Shift+F6', [layers]);
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('pool');
    await picture(page, 'regions-light');
  });

  await test.step('a panel that is closed is passed over', async () => {
    const window = new WindowInLanguage(page, 'en');
    await card(page, 'conv1').focus();
    await window.perform('view.layers');
    await expect(layers).toBeHidden();
    await leadsThrough(page, 'Shift+F6', [rail]);
    await leadsThrough(page, 'F6', [network]);
  });

  await test.step('the list of commands has both, and goes on from where one was', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('next part of the window');
    await page.keyboard.press('Enter');
    await expect(charts.locator(':focus-visible')).toBeVisible();
  });
});

test('F6 keeps to a dialog, and to what covers the network', async ({ page }) => {
  await expect(card(page, 'conv1')).toBeVisible();
  const { title, rail, status } = parts(page);

  await test.step('a dialog is answered first', async () => {
    await page.keyboard.press('?');
    const close = page.getByRole('dialog', { name: 'Keys' }).getByRole('button', { name: 'Close' });
    await expect(close).toBeFocused();
    await page.keyboard.press('F6');
    await expect(close).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('a view stands in for what it covers', async () => {
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('region', { name: 'Settings', exact: true });
    await expect(settings).toBeVisible();
    await leadsThrough(page, 'F6', [status, title, rail, settings]);
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
  });

  await test.step('the row of tabs is a part, once there are several', async () => {
    await card(page, 'conv1').click();
    await page.keyboard.press('Alt+ArrowDown');
    await openTab(page, 'AlexNet');
    await page.getByRole('button', { name: 'Start screen' }).focus();
    await page.keyboard.press('F6');
    await expect(page.getByRole('tab', { name: 'AlexNet', exact: true })).toBeFocused();
    await leadsThrough(page, 'F6', [rail]);
  });
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
