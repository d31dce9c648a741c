import type { Page } from '@playwright/test';
import { card, cards, describeCards, describeDrawnCards, toggleTags } from './networkCanvas';
import { picture } from './pictures';
import { expect, test } from './reusedWindow';
import { button } from './trainingRun';

test('layers are grouped by mouse and keys, collapsed and opened, and undo leads all the way back', async ({
  page,
}) => {
  const start = await describeDrawnCards(page);
  await card(page, 'conv2').click();
  await card(page, 'pool2').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  const block = card(page, 'block1');
  await expect(block).toHaveAccessibleName('block1, block, 3 layers, 5×5×16, 2.42K parameters');
  await expect(cards(page)).toHaveCount(start.length - 1);

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
    const title = page.getByRole('button', { name: /^stage2, open block/ });
    const [before, grip] = [await card(page, 'pool2').boundingBox(), await title.boundingBox()];
    if (before === null || grip === null) throw new Error('The block is in view.');
    await page.mouse.move(grip.x + 30, grip.y + 12);
    await page.mouse.down();
    await page.mouse.move(grip.x + 130, grip.y + 52, { steps: 6 });
    await page.mouse.up();
    const moved = await card(page, 'pool2').boundingBox();
    expect([moved?.x, moved?.y]).not.toEqual([before.x, before.y]);
    await expect(page.getByRole('status', { name: 'Last edit' })).toHaveText('Move stage2');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Collapse stage2' }).click();
    await expect(cards(page)).toHaveCount(start.length - 1);
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

test('a block is duplicated in a chain, with its shapes shown beforehand, and taken back in one step', async ({
  page,
}) => {
  await toggleTags(page);
  const start = await describeDrawnCards(page);
  await card(page, 'relu3').click();
  await card(page, 'fc1').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await card(page, 'block1').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate in a chain…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Duplicate block1 in a chain' });
  await dialog.getByRole('textbox', { name: 'Copies' }).fill('3');
  await expect(dialog.getByRole('list', { name: 'Shapes along the chain' })).toHaveText(
    'block1120block2120block3120block4120',
  );
  await expect(dialog.getByText('+43,560 parameters: 105,266 in all.')).toBeVisible();
  await picture(page, 'chain-light');
  await dialog.getByRole('radio', { name: 'Pyramid' }).click();
  await dialog.getByRole('radio', { name: 'Stage' }).click();
  await dialog.getByRole('button', { name: 'Duplicate' }).click();
  await expect(cards(page)).toHaveCount(start.length - 1 + 3);
  await expect(card(page, 'block4')).toHaveAccessibleName('block4, block, 2 layers, 120, 14.5K parameters');
  await expect(page.getByRole('contentinfo')).toContainText('105,266');
  await picture(page, 'chained-light');
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(start.length - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => describeCards(page)).toEqual(start);

  await test.step('a block with two ways out is refused with advice', async () => {
    await card(page, 'conv1').click();
    await card(page, 'fc1').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+g');
    await page.getByRole('button', { name: 'Duplicate in a chain…' }).click();
    await expect(page.getByText(/^Data enters block1 from 2 layers: input, flatten\./)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Duplicate', exact: true })).toBeDisabled();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(() => describeCards(page)).toEqual(start);
  });
});

test('a block is saved to the palette, renamed, used in another project, and deleted', async ({ page }) => {
  await toggleTags(page);
  await card(page, 'conv1').click();
  await card(page, 'relu1').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await page.getByRole('button', { name: 'Save to palette' }).click();
  const section = page.getByRole('region', { name: 'Your blocks' });
  const item = section.getByRole('button', { name: 'block1', exact: true });
  await expect(item).toBeVisible();
  await page.getByRole('button', { name: 'Save to palette' }).click();
  await section.getByRole('button', { name: 'block2', exact: true }).focus();
  await page.keyboard.press('Delete');
  await expect(section.getByRole('button', { name: 'block2', exact: true })).toBeHidden();
  await expect(card(page, 'block1')).toBeVisible();
  await page.keyboard.press('Control+z');
  const start = await describeDrawnCards(page);

  await test.step('it is renamed, whatever is selected on the canvas', async () => {
    await card(page, 'conv2').click();
    await item.focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('step');
    await page.keyboard.press('Enter');
    await expect(section.getByRole('button', { name: 'step', exact: true })).toBeVisible();
    expect(await describeCards(page)).toEqual(start);
  });
  const step = section.getByRole('button', { name: 'step', exact: true });

  await test.step('a double click puts it behind the selected layer, and one undo takes it back', async () => {
    await card(page, 'pool1').click();
    await step.dblclick();
    await expect(card(page, 'step')).toHaveAccessibleName('step, block, 2 layers, 14×14×6, 906 parameters');
    await expect(page.getByRole('status', { name: 'Last edit' })).toHaveText('Insert step');
    await picture(page, 'own-block-light');
    await page.keyboard.press('Control+z');
    await expect.poll(() => describeCards(page)).toEqual(start);
  });

  await test.step('dragged onto free ground it stands alone', async () => {
    const box = await card(page, 'fc1').boundingBox();
    if (box === null) throw new Error('fc1 is in view.');
    const canvas = page.getByRole('region', { name: 'Network' });
    const place = await canvas.boundingBox();
    if (place === null) throw new Error('The canvas is in view.');
    await step.dragTo(canvas, {
      targetPosition: { x: box.x - place.x + 60, y: box.y - place.y + 2.2 * box.height },
    });
    await expect(cards(page)).toHaveCount(start.length + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => describeCards(page)).toEqual(start);
  });

  await test.step('it outlives the page, until it is deleted', async () => {
    await page.reload();
    await step.hover();
    await page.getByRole('button', { name: 'Delete your block step' }).click();
    await expect(section).toHaveCount(0);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(step).toBeVisible();
    await step.hover();
    await page.getByRole('button', { name: 'Delete your block step' }).click();
    await expect(section).toHaveCount(0);
  });
});

test('ResNet-152 is ten cards; a stage opens to its units, and a unit to its layers', async ({ page }) => {
  await page.getByRole('banner').getByRole('button', { name: 'Templates' }).click();
  await page.getByRole('option', { name: /^ResNet-152, \d{4}/ }).click();
  await page.getByRole('button', { name: 'Open ResNet-152' }).click();
  await expect(cards(page)).toHaveCount(10);
  await expect(card(page, 'conv4_x')).toHaveAccessibleName(/^conv4_x, block of 36, 362 layers, 14×14×1024, /);
  await card(page, 'conv3_x').dblclick();
  await expect(cards(page)).toHaveCount(10 - 1 + 8);
  await card(page, 'unit3_1').dblclick();
  await expect(cards(page)).toHaveCount(10 - 1 + 8 - 1 + 5);
  await page.keyboard.press('Shift+Digit1');
  await button(page, 'Dark theme').click();
  await picture(page, 'resnet-152-open-dark');
  await page.getByRole('button', { name: 'Collapse conv3_x' }).click();
  await expect(cards(page)).toHaveCount(10);

  await test.step('all blocks are opened and collapsed by one command each', async () => {
    await perform(page, 'Open all blocks');
    // Convolutions with their tags, four of them on shortcuts, 50 sums, and five cards around them.
    await expect(cards(page)).toHaveCount(1 + 150 + 4 + 50 + 5);
    await perform(page, 'Collapse all blocks');
    await expect(cards(page)).toHaveCount(10);
  });
});

async function perform(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(command);
  await expect(page.getByRole('option', { name: command })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}
