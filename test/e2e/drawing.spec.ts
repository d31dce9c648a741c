import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from './dialogs';
import { drawLeNet5 } from './drawLeNet5';
import { expect, test } from './launchApplication';
import { cards, describeCards, describeDrawnCards } from './networkCanvas';
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
