import type { Locator, Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { card, cards, describeCards, describeDrawnCards, leadShortcut } from './networkCanvas';
import { picture } from './pictures';
import { setFilters } from './projectWindow';
import { button, train } from './trainingRun';

/** Opens the gallery with the mouse. */
async function openGallery(page: Page): Promise<Locator> {
  await page.getByRole('banner').getByRole('button', { name: 'Templates' }).click();
  return page.getByRole('region', { name: 'Templates' });
}

/** The card of the template with this name, which is followed by its year. */
function offer(page: Page, name: string): Locator {
  return page.getByRole('option', { name: new RegExp(`^${name}, \\d{4}`) });
}

test('templates are searched, fitted and opened; plain-34 becomes ResNet-34, by hand and by command, and back', async ({
  page,
}) => {
  const gallery = await openGallery(page);
  await expect(offer(page, 'ResNet-34')).toHaveAccessibleName(
    'ResNet-34, 2015, 34 layers, 21.8M parameters, 3.66G multiply-adds',
  );
  await offer(page, 'ResNet-34').click();
  const detail = gallery.getByRole('complementary', { name: 'ResNet-34' });
  const parameters = detail.getByTitle(/^Trainable parameters/);
  await expect(detail.getByRole('row', { name: /conv3/ })).toContainText('[3×3, 128] ×2 ×4');
  await expect(detail.getByTitle('Sums that a shortcut leads to: 16')).toBeVisible();
  await picture(page, 'gallery-light');
  await button(page, 'Dark theme').click();
  await picture(page, 'gallery-dark');
  await button(page, 'Light theme').click();

  await test.step('figures follow the settings', async () => {
    await detail.getByRole('textbox', { name: 'Width' }).fill('0.5');
    await expect(parameters).not.toHaveAttribute('title', /21,797,672/);
    await detail.getByRole('button', { name: 'As in the paper' }).click();
    await expect(parameters).toHaveAttribute('title', 'Trainable parameters: 21,797,672');
    await detail.getByRole('textbox', { name: 'Classes' }).fill('0');
    await expect(detail.getByRole('alert')).toContainText('2');
    await detail.getByRole('radio', { name: /CIFAR-10/ }).click();
    await expect(detail.getByRole('row', { name: /fc/ })).toContainText('avg pool, 10');
  });

  await page.keyboard.press('/');
  await page.keyboard.type('plain 34');
  await expect(offer(page, 'ResNet-34')).toBeHidden();
  await offer(page, 'Plain-34').click();
  await gallery.getByRole('button', { name: 'Open Plain-34' }).click();
  await expect(gallery).toBeHidden();
  const totals = page.getByRole('contentinfo');
  await expect(totals).toContainText('21,623,848');
  const plain = await describeDrawnCards(page);

  await test.step('plain-34 gets its first shortcut by hand, the others by command, and is ResNet-34', async () => {
    await leadShortcut(page, 'pool1', 'conv2_2');
    await page.mouse.up();
    await expect.poll(() => describeCards(page)).toHaveLength(plain.length + 1);
    await convert(page, 'Convert to residual…');
    const dialog = page.getByRole('dialog', { name: 'Convert to residual' });
    await dialog.getByRole('radio', { name: 'B: projection' }).click();
    await dialog.getByRole('button', { name: 'Convert' }).click();
    await expect(totals).toContainText('21,797,672');
    await expect(totals).toContainText('3.66 G');
    await picture(page, 'plain-34-converted-light');
  });

  await test.step('and back, and undone all the way', async () => {
    await convert(page, 'Convert to plain');
    await expect(totals).toContainText('21,623,848');
    await expect.poll(() => describeCards(page)).toEqual(plain);
    for (const parameters of ['21,797,672', '21,623,848', '21,623,848']) {
      await page.keyboard.press('Control+z');
      await expect(totals).toContainText(parameters);
    }
    await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
    await expect.poll(() => describeCards(page)).toEqual(plain);
  });
});

/** Chooses from the menu of the canvas, on free ground. */
async function convert(page: Page, command: string): Promise<void> {
  await page.getByRole('region', { name: 'Network' }).click({ button: 'right', position: { x: 700, y: 8 } });
  await page.getByRole('menuitem', { name: command }).click();
}

test('the gallery is worked with the keyboard, opens a tab beside changes, and inserts as one step', async ({
  page,
}) => {
  const drawn = await describeDrawnCards(page);
  await setFilters(page, '7');
  await page.keyboard.press('Control+Shift+N');
  const gallery = page.getByRole('region', { name: 'Templates' });
  await expect(offer(page, 'LeNet-5')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(gallery).toBeHidden();
  await expect.poll(() => describeCards(page)).toEqual(drawn);
  await page.keyboard.press('Control+w');
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×7/);

  await openGallery(page);
  await gallery.getByRole('button', { name: 'Insert on canvas' }).click();
  await expect(gallery).toBeHidden();
  // All but the input and the output, which the canvas has.
  await expect(cards(page)).toHaveCount(2 * drawn.length - 2);
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(drawn.length);
  await page.keyboard.press('Control+z');
  await expect.poll(() => describeCards(page)).toEqual(drawn);

  await openGallery(page);
  await button(page, 'Keep as template').click();
  await expect(gallery.getByRole('complementary')).toContainText('Kept on');
  await gallery.getByRole('button', { name: 'Delete the template LeNet-5' }).click();
  await expect(offer(page, 'LeNet-5')).toHaveCount(1);
  const deleted = page.getByRole('status').filter({ hasText: 'Deleted the template LeNet-5.' });
  await deleted.getByRole('button', { name: 'Undo' }).click();
  await expect(offer(page, 'LeNet-5')).toHaveCount(2);
  await gallery.getByRole('button', { name: 'Delete the template LeNet-5' }).click();
  await expect(offer(page, 'LeNet-5')).toHaveCount(1);
  await page.keyboard.press('/');
  await page.keyboard.type('resnet 34');
  await offer(page, 'ResNet-34').press('Enter');
  await expect(gallery).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('21,797,672');
  await picture(page, 'resnet-34-light');
});

test('a residual network at a reduced size and depth is opened and trains as drawn', async ({ page }) => {
  const gallery = await openGallery(page);
  await offer(page, 'ResNet-20 for CIFAR').click();
  await gallery.getByRole('radio', { name: '56' }).click();
  await expect(offer(page, 'ResNet-56 for CIFAR')).toHaveAccessibleName(/56 layers, 853K parameters/);
  await expect(gallery.getByText('Test error 6.97 % on CIFAR-10.')).toBeVisible();
  await gallery.getByRole('radio', { name: /MNIST/ }).first().click();
  await gallery.getByRole('textbox', { name: 'Units per stage' }).fill('1');
  await gallery.getByRole('textbox', { name: 'Width' }).fill('0.25');
  await gallery.getByRole('button', { name: 'Open ResNet-8 for CIFAR' }).click();
  await expect(page.getByRole('contentinfo')).not.toContainText('error');
  await train(page);
  await expect(page.getByRole('contentinfo')).toContainText(/Loss\s*\d/);
  await button(page, 'Stop').click();
});
