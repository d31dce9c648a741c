import type { Page } from '@playwright/test';
import { openFromGallery } from '../bench/editing/openedTemplate';
import { card, cards } from './networkCanvas';
import { picture } from './pictures';
import { expect, test } from './reusedWindow';

test('layers are found, added at the pointer, put in line and snapped to one another', async ({ page }) => {
  const box = page.getByRole('textbox', { name: 'Find a layer' });
  const lastEdit = page.getByRole('status', { name: 'Last edit' });

  // Keys are heard once the window is drawn.
  await expect(cards(page)).toHaveCount(10);

  await test.step('typing finds, Enter and F3 go on, Escape leads to what was found', async () => {
    await page.keyboard.press('Control+f');
    await expect(box).toBeFocused();
    await page.keyboard.type('conv2d 5x5');
    await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 of 2', { exact: true })).toBeVisible();
    await picture(page, 'finding-light');
    await page.keyboard.press('F3');
    await expect(card(page, 'conv1')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Shift+F3');
    await page.keyboard.press('Escape');
    await expect(box).toHaveCount(0);
    await expect(card(page, 'conv2')).toBeFocused();
  });

  await test.step('a layer is added at the pointer, behind the selected one', async () => {
    const { x, y, height } = await place(page, 'output');
    await page.mouse.move(x + 20, y + 2.2 * height);
    await page.keyboard.press('Shift+A');
    await expect(page.getByPlaceholder('Which layer?')).toBeFocused();
    await page.keyboard.type('drpout');
    await page.keyboard.press('Enter');
    await expect(card(page, 'dropout1')).toHaveAccessibleName(/10×10×16/);
    await expect(card(page, 'dropout1')).toBeFocused();
  });

  await test.step('cards are aligned by keys in one step, and by the menu', async () => {
    const before = await place(page, 'dropout1');
    await card(page, 'conv2').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await expect(lastEdit).toHaveText('Align 2 cards');
    expect((await place(page, 'dropout1')).x).toBeCloseTo((await place(page, 'conv2')).x, 0);
    await page.keyboard.press('Control+z');
    expect(await place(page, 'dropout1')).toEqual(before);
    await page.keyboard.press('Alt+Shift+H');
    await expect(page.getByText('Select 3 cards or more first')).toBeVisible();
    await card(page, 'pool1').click({ modifiers: ['Shift'] });
    await card(page, 'pool1').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Arrange' }).click();
    await page.getByRole('menuitem', { name: 'Distribute from left to right' }).click();
    await expect(lastEdit).toHaveText('Distribute 3 cards');
    await page.keyboard.press('Control+z');
  });

  await test.step('a card that is dragged snaps to its neighbour’s middle; with Alt it does not', async () => {
    const column = await place(page, 'conv2');
    const middle = column.x + column.width / 2;
    await card(page, 'dropout1').click();
    const { x, y, width, height } = await place(page, 'dropout1');
    const hold = { x: x + width / 2, y: y + height / 2 };
    await page.mouse.move(hold.x, hold.y);
    await page.mouse.down();
    await page.mouse.move(hold.x + 20, hold.y + 20, { steps: 4 });
    await page.mouse.move(middle + 4, hold.y + 20, { steps: 4 });
    await expect(page.locator('[data-guide="x"]')).toHaveCount(1);
    await picture(page, 'guides-light');
    expect((await place(page, 'dropout1')).x).toBeCloseTo(column.x, 0);
    await page.keyboard.down('Alt');
    await page.mouse.move(middle + 10, hold.y + 20);
    await expect(page.locator('[data-guide]')).toHaveCount(0);
    expect((await place(page, 'dropout1')).x).toBeGreaterThan(column.x + 1);
    await page.mouse.up();
    await page.keyboard.up('Alt');
  });
});

test('in ResNet-152 a search opens the block that hides a layer', async ({ page }) => {
  await openFromGallery(page, 'ResNet-152');
  const folded = await cards(page).count();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('conv4_7b');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await expect(cards(page)).toHaveCount(folded);
  await page.keyboard.press('Enter');
  await expect(card(page, 'conv4_7b')).toBeInViewport();
  await picture(page, 'finding-resnet-light');
});

/** Where a card stands in the window, in px. */
async function place(page: Page, name: string) {
  const found = await card(page, name).boundingBox();
  if (found === null) throw new Error(`${name} has no place on the screen`);
  return found;
}
