import { expect, test } from './launchApplication';
import { card, cards, describeCards } from './networkCanvas';
import { picture } from './pictures';
import { button } from './trainingRun';

test('layers are grouped by mouse and keys, collapsed and opened, and undo leads all the way back', async ({
  page,
}) => {
  const start = await describeCards(page);
  await card(page, 'conv2').click();
  await card(page, 'relu2').click({ modifiers: ['Shift'] });
  await card(page, 'pool2').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  const block = card(page, 'block1');
  await expect(block).toHaveAccessibleName('block1, block, 3 layers, 5×5×16, 2.42K parameters');
  await expect(cards(page)).toHaveCount(start.length - 2);

  await test.step('it is named in the inspector', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('stage2');
    await page.keyboard.press('Escape');
    await expect(card(page, 'stage2')).toBeVisible();
    await picture(page, 'block-light');
  });

  await test.step('it opens with Enter and collapses by its title', async () => {
    await card(page, 'stage2').focus();
    await page.keyboard.press('Enter');
    await expect(cards(page)).toHaveCount(start.length);
    await expect(page.getByRole('button', { name: 'stage2, open block, 5×5×16' })).toBeVisible();
    await picture(page, 'block-open-light');
    await page.getByRole('button', { name: 'Collapse stage2' }).click();
    await expect(cards(page)).toHaveCount(start.length - 2);
    await card(page, 'stage2').dblclick();
    await expect(cards(page)).toHaveCount(start.length);
    await button(page, 'Dark theme').click();
    await picture(page, 'block-open-dark');
    await button(page, 'Light theme').click();
  });

  await test.step('undo', async () => {
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z');
    await expect.poll(() => describeCards(page)).toEqual(start);
  });
});
