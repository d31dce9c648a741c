import type { ElectronApplication, Page } from '@playwright/test';
import { card, cards, describeCards, describeDrawnCards, leadShortcut } from './networkCanvas';
import { picture } from './pictures';
import { plainNetworkText } from './plainNetwork';
import { openEmptyNetwork } from './projectMenu';
import { expect, test } from './reusedWindow';

test('one block gets its shortcut by hand, the others by command; both are taken back', async ({
  page,
  application,
}) => {
  await openEmptyNetwork(page);
  await paste(application, page, plainNetworkText());
  const layers = 25;
  await expect(cards(page)).toHaveCount(layers);
  await page.keyboard.press('Shift+Digit1');
  const start = await describeDrawnCards(page);

  await test.step('over a card that comes before it, the shortcut says why not', async () => {
    await leadShortcut(page, 'relu2_2', 'relu1');
    await expect(page.getByText(/so the shortcut would close a loop/)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await describeCards(page)).toEqual(start);
  });

  await test.step('without the mouse, a list shows each connection on the canvas', async () => {
    await page.keyboard.press('Escape');
    await card(page, 'relu2_2').click();
    await page.keyboard.press('s');
    const list = page.getByRole('dialog', { name: 'Shortcut from relu2_2' });
    await page.keyboard.type('bn4_2');
    await expect(list.getByRole('option', { name: /^bn4_2 → relu4_2/ })).toBeVisible();
    await list.getByRole('radio', { name: 'A: zeros' }).click();
    await picture(page, 'shortcut-list-light');
    await list.getByRole('combobox').press('Enter');
    await expect(card(page, 'zeros1')).toHaveAccessibleName(/Zero-pad 32, 16×16×32/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => describeCards(page)).toEqual(start);
  });

  await test.step('Shift and the output’s port lead one too', async () => {
    const box = await card(page, 'relu1').boundingBox();
    const target = await card(page, 'relu2_2').boundingBox();
    if (box === null || target === null) throw new Error('relu1 or relu2_2 is not in view.');
    await page.keyboard.down('Shift');
    await page.mouse.move(box.x + box.width, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x + 40, target.y + 40, { steps: 6 });
    await expect(page.getByText('Adds 32×32×16 as it is.')).toBeVisible();
    await page.keyboard.up('Shift');
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });

  await test.step('dragged onto the card of a ReLU it is added in front of it, projected as chosen', async () => {
    await leadShortcut(page, 'relu2_2', 'relu3_2');
    await page.keyboard.press('b');
    await expect(page.getByText('Projects 32×32×16 to 16×16×32.')).toBeVisible();
    await expect(page.getByText('+576 parameters.')).toBeVisible();
    await picture(page, 'shortcut-drag-light');
    await page.mouse.up();
    await expect(cards(page)).toHaveCount(layers + 3);
    await expect(card(page, 'proj1')).toHaveAccessibleName(/Conv 1×1.*, 16×16×32/);
  });

  await test.step('the command draws the others', async () => {
    await page
      .getByRole('region', { name: 'Network' })
      .click({ button: 'right', position: { x: 700, y: 8 } });
    await page.getByRole('menuitem', { name: 'Convert to residual…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Convert to residual' });
    await expect(dialog.getByText('2 shortcuts')).toBeVisible();
    await picture(page, 'convert-light');
    await dialog.getByRole('button', { name: 'Convert' }).click();
    await expect(cards(page)).toHaveCount(layers + 3 + 2);
    await expect(page.getByText('38,554').first()).toBeVisible();
    await picture(page, 'residual-light');
  });

  await test.step('and back', async () => {
    await page
      .getByRole('region', { name: 'Network' })
      .click({ button: 'right', position: { x: 700, y: 8 } });
    await page.getByRole('menuitem', { name: 'Convert to plain' }).click();
    await expect.poll(() => describeCards(page)).toEqual(start);
  });

  await test.step('undo leads all the way back', async () => {
    for (const count of [5, 3, 0]) {
      await page.keyboard.press('Control+z');
      await expect(cards(page)).toHaveCount(layers + count);
    }
    await expect.poll(() => describeCards(page)).toEqual(start);
  });
});

async function paste(application: ElectronApplication, page: Page, text: string): Promise<void> {
  await application.evaluate(({ clipboard }, layers) => clipboard.writeText(layers), text);
  await page.keyboard.press('Control+v');
}

test('a problem offers edits that solve it, on the card and in the list', async ({ page }) => {
  const start = await describeDrawnCards(page);
  await card(page, 'flatten').click();
  await page.keyboard.press('Delete');
  const badge = page.getByRole('button', { name: 'Error at fc1' });
  await expect(badge).toBeVisible();

  await test.step('Enter takes the first', async () => {
    await badge.focus();
    const popover = page.getByRole('dialog', { name: 'Problems of fc1' });
    await expect(popover.getByRole('button', { name: /^Put Global avg pool before fc1/ })).toBeVisible();
    await expect(popover.getByRole('button', { name: /^Put Flatten before fc1/ })).toBeVisible();
    await picture(page, 'remedies-light');
    await page.keyboard.press('Enter');
    await expect(badge).toBeHidden();
    await expect(card(page, 'gap1')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(badge).toBeVisible();
  });

  await test.step('another is taken from the list in the status bar, and undone', async () => {
    await page
      .getByRole('button', { name: 'Colour theme' })
      .or(page.getByRole('button', { name: /dark/i }))
      .first()
      .click();
    await page.getByRole('button', { name: '1 error' }).click();
    const list = page.getByRole('dialog', { name: 'Problems', exact: true });
    await expect(list.getByRole('button', { name: /^Put Flatten before fc1/ })).toBeVisible();
    await picture(page, 'remedies-dark');
    await list.getByRole('button', { name: /^Put Flatten before fc1/ }).click();
    await expect(badge).toBeHidden();
    await expect(page.getByText('61,706').first()).toBeVisible();
    await page.keyboard.press('Escape');
    for (const _ of ['remedy', 'deletion']) await page.keyboard.press('Control+z');
    await expect.poll(() => describeCards(page)).toEqual(start);
  });
});
