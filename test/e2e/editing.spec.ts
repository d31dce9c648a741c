import { card, cards, describeCards, describeDrawnCards } from './networkCanvas';
import { picture } from './pictures';
import { openEmptyNetwork } from './projectMenu';
import { expect, test } from './reusedWindow';
import { button } from './trainingRun';

test('layers are dragged from the palette, connected, moved, refused, deleted and brought back', async ({
  page,
}) => {
  const drawn = await describeDrawnCards(page);
  const canvas = page.getByRole('region', { name: 'Network' });

  await page.getByText('Dropout', { exact: true }).scrollIntoViewIfNeeded();
  await page.getByText('Dropout', { exact: true }).dragTo(canvas, { targetPosition: { x: 520, y: 60 } });
  await expect(cards(page)).toHaveCount(11);
  await expect(card(page, 'dropout1')).toHaveAccessibleName(/warning|error/);

  // From the dot at the right edge of pool1 to the card of dropout1.
  const source = await card(page, 'pool1').boundingBox();
  const target = await card(page, 'dropout1').boundingBox();
  if (source === null || target === null) throw new Error('a card has no place on the screen');
  await page.mouse.move(source.x + source.width, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 12 });
  await page.mouse.up();
  await expect(card(page, 'dropout1')).toHaveAccessibleName(/14×14×6/);

  await test.step('a loop is refused in words while dragging', async () => {
    const from = await card(page, 'conv2').boundingBox();
    const to = await card(page, 'conv1').boundingBox();
    if (from === null || to === null) throw new Error('a card has no place on the screen');
    await page.mouse.move(from.x + from.width, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await expect(page.getByText(/loop|cycle/i)).toBeVisible();
    await picture(page, 'refused-light');
    await page.mouse.up();
    await expect(card(page, 'conv1')).toHaveAccessibleName(/^conv1, Conv 5×5 6, 28×28×6, then ReLU$/);
  });

  const before = await card(page, 'dropout1').boundingBox();
  if (before === null) throw new Error('dropout1 has no place on the screen');
  await page.mouse.move(before.x + before.width / 2, before.y + 8);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width / 2 + 60, before.y + 48, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => (await card(page, 'dropout1').boundingBox())?.x).not.toBe(before.x);

  await page.keyboard.press('Delete');
  await expect.poll(() => describeCards(page)).toEqual(drawn);
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(11);
  for (let edits = 0; edits < 3; edits += 1) await page.keyboard.press('Control+z');
  await expect.poll(() => describeCards(page)).toEqual(drawn);
  await page.keyboard.press('Control+Shift+z');
  await expect(cards(page)).toHaveCount(11);
});

test('a fault shows on its card with advice, and Train waits until it is mended', async ({ page }) => {
  await card(page, 'fc3').click();
  await page.getByRole('textbox', { name: 'Units' }).fill('7');
  await expect(card(page, 'output')).toHaveAccessibleName(/error: MNIST has 10 classes/);
  await expect(page.getByRole('contentinfo')).toContainText('1 error');
  await expect(button(page, 'Train')).toHaveAttribute('aria-disabled', 'true');
  await card(page, 'output').hover();
  await page.getByRole('button', { name: /1 error/ }).click();
  await expect(page.getByText('Give fc3 10 units: one for each class.').first()).toBeVisible();
  await picture(page, 'problem-light');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(button(page, 'Train')).toHaveAttribute('aria-disabled', 'false');
});

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
