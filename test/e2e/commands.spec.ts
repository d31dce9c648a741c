import type { Locator, Page } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, recordShownPaths } from './dialogs';
import { expect, test } from './launchApplication';
import { card, cards } from './networkCanvas';
import { picture } from './pictures';
import { tabNames } from './tabs';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'All commands' });
const option = (page: Page, id: string): Locator =>
  palette(page).locator(`[data-value=${JSON.stringify(id)}]`);

test('the palette finds by a few letters, says why not, and gives the focus back', async ({ page }) => {
  await card(page, 'conv2').click();
  await expect(card(page, 'conv2')).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(
    palette(page).getByRole('option', { name: /^Stop the run.*Nothing is training/ }),
  ).toBeVisible();
  await picture(page, 'commands-light');
  await page.keyboard.type('tidl');
  await expect(palette(page).getByRole('option').first()).toHaveText(/^Tidy layout/);
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(card(page, 'conv2')).toBeFocused();

  await test.step('a command that can’t be done says so over the canvas, too', async () => {
    await page.getByRole('button', { name: 'Search layers, commands…' }).click();
    await page.keyboard.type('stop run');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing is training.')).toBeVisible();
  });

  await test.step('layers are added behind what is selected, and gone to', async () => {
    await card(page, 'conv2').click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('max pool');
    await page.keyboard.press('Enter');
    await expect(card(page, 'pool3')).toBeFocused();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('fc2');
    await page.keyboard.press('Enter');
    await expect(card(page, 'fc2')).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(palette(page).getByRole('option').first()).toHaveText(/^Go to fc2/);
    await page.keyboard.press('Escape');
  });

  await test.step('part of the network is frozen, and the keys go to how fast the rest learns', async () => {
    await card(page, 'conv2').click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('freeze everything');
    await page.keyboard.press('Enter');
    await expect(card(page, 'conv1')).toHaveAccessibleName(/frozen/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('learning rate of');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Rate factor' })).toBeFocused();
  });
});

// Hundreds of clicks take too long to trace.
test.use({ trace: 'off' });

/**
 * Entries that differ in a name alone, of which one is done: that the palette lists all of them is a law of the unit
 * tests.
 */
const family =
  /^((layer|template|setting|run|weights|recent)\.|layers\.(?!search)|view\.(colour|dock)\.|export\.model\.|notes\.colour\.|edit\.move|go\.select)/;

/** All commands that are of no family, and the first of each family. */
function representatives(ids: readonly string[]): readonly string[] {
  const names = ids.map((id) => family.exec(id)?.[0] ?? id);
  return ids.filter((_, place) => names.indexOf(names[place] ?? '') === place);
}

test('every command of the palette is done once', async ({ page, application }) => {
  // Some 170 commands, each found, done and left.
  test.setTimeout(240_000);
  await answerOpenDialog(application, null);
  await answerSaveDialog(application, null);
  await recordShownPaths(application);
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeEnabled();
  const layers = await cards(page).count();
  // With a change that no file has, a new project comes in a tab of its own, which is closed again.
  await card(page, 'conv1').click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+k');
  const ids = await palette(page)
    .getByRole('option')
    .evaluateAll((options) => options.map((each) => each.getAttribute('data-value') ?? ''));
  await page.keyboard.press('Escape');
  expect(ids.length).toBeGreaterThan(150);
  expect(new Set(ids).size).toBe(ids.length);

  const obstructed: string[] = [];
  for (const id of representatives(ids)) {
    if (/^(edit|arrange|network|go|fineTuning)\.|^view\.zoomTo/.test(id))
      await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+k');
    const entry = option(page, id);
    if ((await entry.getAttribute('data-obstructed')) === 'true') obstructed.push(id);
    await entry.click();
    await expect(palette(page), id).toBeHidden();
    // The system's clipboard takes its time.
    if (id === 'edit.paste') await expect(cards(page)).not.toHaveCount(layers);
    await leave(page, layers);
  }
  // What needs a run that has measured something, or is another command's opposite.
  const mayBe =
    /^(edit\.(undo|redo|history|rename)|network\.(openBlock|collapseBlocks|ungroup|chain|saveBlock)|view\.(network|colour\.)|export\.chart\.|charts\.|tabs\.|go\.problems|notes\.(edit|colour|wider|narrower)|fineTuning\.(un|freezeBefore|start)|machine\.(own|check|fetch)|training\.(pause|stop|continue|againstLast|keepTwin|twin|example|openRun|probe))/;
  expect(obstructed.filter((id) => !mayBe.test(id))).toEqual([]);
});

/** Leaves whatever a command has opened, and takes its edit back. */
async function leave(page: Page, layers: number): Promise<void> {
  const over = page.locator(
    'dialog[open], [role="dialog"], [role="menu"], [aria-label="Back to the network"]',
  );
  do await page.keyboard.press('Escape');
  while ((await over.count()) > 0);
  if (await page.getByRole('button', { name: 'Stop', exact: true }).isVisible()) return;
  while ((await tabNames(page)).length > 1) {
    const open = (await tabNames(page)).length;
    if ((await cards(page).count()) === layers) await page.keyboard.press('Control+Tab');
    await page.keyboard.press('Control+w');
    await expect.poll(async () => (await tabNames(page)).length).toBeLessThan(open);
  }
  for (let tries = 0; tries < 4 && (await cards(page).count()) !== layers; tries += 1)
    await page.keyboard.press('Control+z');
}
