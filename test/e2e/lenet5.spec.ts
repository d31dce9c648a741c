import type { Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { card, cards, describeCards, describeDrawnCards } from './networkCanvas';
import { picture } from './pictures';
import { button, curve, shownStep, validationAccuracy } from './trainingRun';

/** The colour in which a card is drawn now. */
function colourOf(page: Page, name: string): Promise<string> {
  return card(page, name).evaluate((element) => getComputedStyle(element).backgroundColor);
}

test('LeNet-5 is edited, undone, and learns MNIST past 98 % while its cards and charts move', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await expect(cards(page)).toHaveCount(10);
  const drawn = await describeDrawnCards(page);
  await expect(page.getByRole('contentinfo')).toContainText('61,706');
  await expect(page.getByRole('contentinfo')).toContainText(/TensorFlow\s*\d+\.\d+\.\d+ · (CPU|GPU)/, {
    timeout: 30_000,
  });
  await picture(page, 'building-light');
  await button(page, 'Dark theme').click();
  await picture(page, 'building-dark');

  await test.step('a field of a layer is edited and undone', async () => {
    await card(page, 'conv2').click();
    const filters = page.getByRole('textbox', { name: 'Filters' });
    await filters.fill('24');
    await expect(card(page, 'conv2')).toHaveAccessibleName('conv2, Conv 5×5 24, 10×10×24, then ReLU');
    await expect(card(page, 'flatten')).toHaveAccessibleName(/600/);
    await filters.press('Enter');
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => describeCards(page)).toEqual(drawn);
    await expect(filters).toHaveValue('16');
  });

  await test.step('training moves cards and charts', async () => {
    await button(page, 'Train').click();
    await expect(button(page, 'Pause')).toBeEnabled({ timeout: 60_000 });
    await expect.poll(() => shownStep(page), { timeout: 30_000 }).toBeGreaterThan(20);
    await expect(card(page, 'conv1')).toHaveAccessibleName(
      /gradient −?\d+\.\d, (vanishing|small|healthy|large|exploding)/,
    );
    const colours = new Set<string>();
    await expect
      .poll(async () => colours.add(await colourOf(page, 'conv1')).size, { timeout: 30_000 })
      .toBeGreaterThan(2);
    await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
    const before = { loss: await curve(page, 'Loss'), accuracy: await curve(page, 'Accuracy') };
    await expect.poll(() => curve(page, 'Loss')).not.toBe(before.loss);
    await expect.poll(() => curve(page, 'Accuracy')).not.toBe(before.accuracy);
  });

  await test.step('pause holds it, resume goes on', async () => {
    await button(page, 'Pause').click();
    await expect(button(page, 'Resume')).toBeEnabled();
    await page.waitForTimeout(300);
    const held = await shownStep(page);
    await page.waitForTimeout(700);
    expect(await shownStep(page)).toBe(held);
    await button(page, 'Resume').click();
    await expect.poll(() => shownStep(page)).toBeGreaterThan(held);
  });

  await test.step('validation accuracy passes 98 %', async () => {
    await expect.poll(() => validationAccuracy(page), { timeout: 180_000 }).toBeGreaterThan(98);
    await card(page, 'conv1').click();
    await picture(page, 'loss-dark');
    await page.getByRole('tab', { name: 'Gradient flow' }).click();
    await page.waitForTimeout(400);
    await picture(page, 'training-dark');
    await button(page, 'Light theme').click();
    await page.waitForTimeout(400);
    await picture(page, 'training-light');
    await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
    await picture(page, 'loss-light');
  });

  await test.step('stop ends it at once and keeps the weights', async () => {
    // A run of five epochs is under way still, unless the machine was quick.
    if (await button(page, 'Stop').isVisible()) await button(page, 'Stop').click();
    await expect(button(page, 'Train')).toBeVisible({ timeout: 5_000 });
    const reached = await shownStep(page);
    const continuing = page.getByRole('button', { name: /^Continue/ });
    await expect(continuing).toBeVisible();
    await continuing.click();
    await expect.poll(() => shownStep(page), { timeout: 30_000 }).toBeGreaterThan(reached);
    await expect(page.getByRole('contentinfo')).toContainText('Training');
    await button(page, 'Stop').click();
    await expect(button(page, 'Train')).toBeVisible({ timeout: 5_000 });
  });

  await test.step('the drawing is as it was', async () => {
    const names = (await describeCards(page)).map((text) => text.split(', gradient')[0]);
    expect(names).toEqual(drawn);
  });
});
