import type { Page } from '@playwright/test';
import { card, cards, describeCards } from './networkCanvas';
import { picture } from './pictures';
import { openEmptyNetwork } from './projectMenu';
import { expect, test } from './reusedWindow';

test('parts are copied as text, pasted, duplicated, set together, picked, led elsewhere and tidied', async ({
  page,
}) => {
  await expect(cards(page)).toHaveCount(10);

  await test.step('a copied part is text that pastes into another network', async () => {
    await card(page, 'conv1').click();
    await page.keyboard.press('Control+c');
    await openEmptyNetwork(page);
    await page.keyboard.press('Control+v');
    await expect.poll(() => describeCards(page)).toHaveLength(2);
    await page.keyboard.press('Control+v');
    await expect(card(page, 'conv2')).toBeVisible();
    await page.keyboard.press('Control+x');
    await expect(cards(page)).toHaveCount(2);
    await page.keyboard.press('Control+d');
    await expect(cards(page)).toHaveCount(2);
  });

  await test.step('text that holds no layers is refused in words', async () => {
    await page.getByRole('textbox', { name: 'Search layers' }).fill('just words');
    await page.getByRole('textbox', { name: 'Search layers' }).press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+v');
    await expect(page.getByText('The clipboard holds no layers.')).toBeVisible();
  });

  await test.step('two convolutions are set in one go', async () => {
    await card(page, 'conv1').click();
    await page.keyboard.press('Control+d');
    await expect(card(page, 'conv2')).toBeVisible();
    await page.getByRole('textbox', { name: 'Filters' }).fill('12');
    await page.getByRole('textbox', { name: 'Filters' }).press('Escape');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('t');
    await card(page, 'conv1').click();
    await card(page, 'conv2').click({ modifiers: ['Shift'] });
    await expect(page.getByText('Differ: 6 ch, 12 ch')).toBeVisible();
    await picture(page, 'joint-light');
    await page.getByRole('textbox', { name: 'Filters' }).fill('7');
    await page.getByRole('textbox', { name: 'Filters' }).press('Enter');
    await expect(card(page, 'conv1')).toHaveAccessibleName(/^conv1, Conv 5×5 7/);
    await expect(card(page, 'conv2')).toHaveAccessibleName(/^conv2, Conv 5×5 7/);
    await page.keyboard.press('Control+z');
    await expect(card(page, 'conv1')).toHaveAccessibleName(/^conv1, Conv 5×5 6/);
  });
});

test('a connection dropped on free ground picks what comes next, and its end leads elsewhere', async ({
  page,
}) => {
  const conv1 = await box(page, 'conv1');
  await page.mouse.move(conv1.x + conv1.width, conv1.y + conv1.height / 2);
  await page.mouse.down();
  await page.mouse.move(conv1.x + conv1.width + 40, conv1.y + conv1.height + 42, { steps: 6 });
  await page.mouse.up();
  const list = page.getByRole('dialog', { name: 'Add a layer' });
  await expect(list).toBeVisible();
  await picture(page, 'picking-light');
  await page.keyboard.type('batch');
  await page.keyboard.press('Enter');
  await expect(card(page, 'bn1')).toHaveAccessibleName(/28×28×6/);
  await page.getByRole('button', { name: 'Tidy' }).click();
  await page.waitForTimeout(600);

  await test.step('the end of a connection leads to another layer, and not where it can’t', async () => {
    const [end, other, input] = [await box(page, 'pool2'), await box(page, 'bn1'), await box(page, 'input')];
    await page.mouse.move(end.x - 8, end.y + end.height / 2);
    await page.mouse.down();
    await page.mouse.move(input.x + input.width / 2, input.y + input.height / 2, { steps: 8 });
    await expect(page.getByText('input takes no input: it is where the images come in.')).toBeVisible();
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
    await expect(page.getByText(/already/)).toHaveCount(0);
    await page.mouse.move(other.x + other.width / 2, other.y + other.height / 2, { steps: 8 });
    await picture(page, 'leading-light');
    await page.mouse.up();
    await expect(page.getByRole('status', { name: 'Last edit' })).toHaveText('Reconnect relu2 to bn1');
    await expect(page.getByText('relu2 is connected to bn1 already.')).toHaveCount(0);
    await page.keyboard.press('Control+z');
  });

  await page.getByText('Dropout', { exact: true }).scrollIntoViewIfNeeded();
  await page.getByText('Dropout', { exact: true }).dragTo(card(page, 'bn1'));
  await expect(card(page, 'dropout1')).toHaveAccessibleName(/28×28×6/);
  await page.keyboard.press('Control+z');
  await expect(card(page, 'dropout1')).toHaveCount(0);

  const ground = await box(page, 'fc1');
  await page.mouse.dblclick(ground.x + 20, ground.y + 2 * ground.height);
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
});

test('the right mouse button offers what can be done there', async ({ page }) => {
  await card(page, 'pool1').click({ button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem')).toHaveText([
    /^Connect to…/,
    /^Add shortcut from here…/,
    /^Rename/,
    /^Freeze everything before/,
    /^Replace the head…/,
    /^Cut/,
    /^Copy/,
    /^Paste/,
    /^Duplicate/,
    /^Delete/,
  ]);
  await picture(page, 'menu-light');
  await menu.getByRole('menuitem', { name: 'Copy' }).click();
  await card(page, 'fc1').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Paste' }).click();
  await expect(card(page, 'pool3')).toBeVisible();

  await card(page, 'pool3').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Rename' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('extra');
  await page.keyboard.press('Enter');
  await card(page, 'extra').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(cards(page)).toHaveCount(10);

  const output = await box(page, 'output');
  await page.mouse.click(output.x + 20, output.y + 2 * output.height, { button: 'right' });
  await menu.getByRole('menuitem', { name: 'Add a layer here…' }).click();
  await expect(page.getByPlaceholder('Which layer?')).toBeFocused();
  await page.keyboard.type('dropout');
  await page.keyboard.press('Enter');
  await expect(card(page, 'dropout1')).toBeVisible();
});

/** Where a card stands in the window, in px. */
async function box(page: Page, name: string) {
  const place = await card(page, name).boundingBox();
  if (place === null) throw new Error(`${name} has no place on the screen`);
  return place;
}
