import type { Page } from '@playwright/test';
import { card, cards } from './networkCanvas';
import { picture } from './pictures';
import { openEmptyNetwork } from './projectMenu';
import { expect, test } from './reusedWindow';
import { button } from './trainingRun';

test('a residual block is built, connected, arranged and set with the keyboard alone', async ({ page }) => {
  await openEmptyNetwork(page);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('/');
  await page.keyboard.type('input');
  await press('Enter', 'Escape', 'Escape');
  await expect(cards(page)).toHaveCount(1);
  // conv1, bn1, relu1 and the way around them, conv2 and bn2, to the sum.
  await press('c', 'b', 'r', 'c', 'b', 'a', 'r', 'g', 'd');
  await expect(cards(page)).toHaveCount(10);
  await press('/');
  await page.keyboard.type('output');
  await press('Enter', 'Escape', 'Escape');

  await test.step('the shortcut goes from relu1 to the sum', async () => {
    await goTo(page, 'relu1');
    await press('l');
    await expect(page.getByPlaceholder(/^Connect .* to…$/)).toBeFocused();
    await page.keyboard.type('add1');
    await press('Enter');
    await expect(page.getByRole('status', { name: 'Last edit' })).toHaveText('Connect relu1 to add1');
  });

  await test.step('a connection that would close a loop is refused in words', async () => {
    await goTo(page, 'add1');
    await press('l');
    await expect(page.getByPlaceholder(/^Connect .* to…$/)).toBeFocused();
    await page.keyboard.type('conv1');
    await expect(
      page.getByText('conv1 comes before add1, so this connection would close a loop.'),
    ).toBeVisible();
    await press('Escape');
  });

  await test.step('settings and names are typed', async () => {
    await goTo(page, 'conv1');
    await press('Enter');
    await page.keyboard.type('8');
    await press('Enter');
    await goTo(page, 'conv2');
    await press('Enter');
    await page.keyboard.type('8');
    await press('Escape', 'F2');
    await page.keyboard.type('second');
    await press('Enter');
    await goTo(page, 'fc1');
    await press('Enter');
    await page.keyboard.type('10');
    await press('Enter');
    await expect(card(page, 'second')).toHaveAccessibleName(/^second, Conv 3×3 8, 28×28×8/);
  });

  await test.step('layers are moved, deleted, and brought back', async () => {
    // The view may be on its way to the card.
    await page.waitForTimeout(600);
    const before = await card(page, 'fc1').boundingBox();
    await press('Alt+ArrowDown', 'Alt+ArrowDown');
    await expect.poll(async () => (await card(page, 'fc1').boundingBox())?.y).toBeGreaterThan(before?.y ?? 0);
    await press('Control+z');
    await expect.poll(() => card(page, 'fc1').boundingBox()).toEqual(before);
    await goTo(page, 'gap1');
    await press('Shift+ArrowRight', 'Delete');
    await expect(cards(page)).toHaveCount(9);
    await press('Control+z');
    await expect(cards(page)).toHaveCount(11);
  });

  await press('t');
  await expect(page.getByRole('contentinfo')).toContainText('Ready');
  await expect(button(page, 'Train')).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(600);
  await picture(page, 'residual-light');
  await press('?');
  await picture(page, 'keys-light');
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** Follows the arrow keys from wherever the focus is to the card called `name`. */
async function goTo(page: Page, name: string): Promise<void> {
  for (const key of [...Array(14).fill('ArrowLeft'), ...Array(14).fill('ArrowRight')]) {
    if ((await card(page, name).getAttribute('aria-pressed')) === 'true') return;
    await page.keyboard.press(key);
  }
  await expect(card(page, name)).toHaveAttribute('aria-pressed', 'true');
}
