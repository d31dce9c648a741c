import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from './dialogs';
import { drawLeNet5 } from './drawLeNet5';
import { expect, test } from './launchApplication';
import { card, cards, describeCards, describeDrawnCards } from './networkCanvas';
import { picture } from './pictures';
import { openEmptyNetwork } from './projectMenu';
import { button, trainPast } from './trainingRun';

test('LeNet-5 is drawn on an empty canvas with the mouse, learns MNIST past 98 %, and is found again as saved', async ({
  page,
  application,
  folder,
}) => {
  test.setTimeout(240_000);
  await openEmptyNetwork(page);
  await picture(page, 'empty-light');
  await drawLeNet5(page);
  await expect(page.getByRole('contentinfo')).toContainText('61,706');
  const drawn = await describeDrawnCards(page);
  await picture(page, 'drawn-light');

  await trainPast(page, 98);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible({ timeout: 5_000 });

  await test.step('undo takes it back step by step, and redo brings it again', async () => {
    for (let edits = 0; edits < 6; edits += 1) await page.keyboard.press('Control+z');
    await expect(cards(page)).not.toHaveCount(14);
    for (let edits = 0; edits < 6; edits += 1) await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => describeNetwork(page)).toEqual(drawn);
  });

  await test.step('the saved project opens as the same network', async () => {
    const path = join(folder, 'drawn.layerwise');
    await answerSaveDialog(application, path);
    await page.keyboard.press('Control+s');
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('"layerwise"');
    await page.keyboard.press('Control+w');
    await expect(cards(page)).toHaveCount(0);
    await answerOpenDialog(application, path);
    await page.keyboard.press('Control+o');
    await expect.poll(() => describeCards(page)).toEqual(drawn);
    await expect(page.getByRole('contentinfo')).toContainText('61,706');
  });
});

/** What the cards say without the gradients that a run has left on them. */
async function describeNetwork(page: Page): Promise<string[]> {
  return (await describeCards(page)).map((text) => text.split(', gradient')[0] ?? '');
}

test('no hint comes up over what is being picked up from the palette', async ({ page }) => {
  await openEmptyNetwork(page);
  const item = page.getByRole('complementary', { name: 'Layers' }).getByText('Input', { exact: true });
  const hint = page.getByRole('tooltip').filter({ hasText: /^Where the images enter the network/ });
  await item.hover();
  await page.mouse.down();
  // Twice as long as the pointer has to rest on it for the hint.
  await page.waitForTimeout(1_000);
  await expect(hint).toBeHidden();
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await item.hover();
  await expect(hint).toBeVisible();
});

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
