import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { answerSaveDialog } from './dialogs';
import { card, cards } from './networkCanvas';
import { picture } from './pictures';
import { expect, test } from './reusedWindow';

const notes = (page: Page): Locator =>
  page.getByRole('region', { name: 'Network' }).getByRole('button', { name: /^Note: / });

test('notes are written beside layers, moved, coloured, copied, taken back and kept in the file', async ({
  page,
  application,
}, testInfo) => {
  await test.step('a key begins one below the selected layer, and what is typed is one step', async () => {
    await card(page, 'conv2').click();
    await page.keyboard.press('n');
    await page.keyboard.type('Here the gradient dies');
    await page.keyboard.press('Enter');
    await page.keyboard.type('c n is text');
    await page.keyboard.press('Escape');
    await expect(notes(page)).toBeFocused();
    await expect(notes(page)).toHaveAccessibleName('Note: Here the gradient dies\nc n is text');
    await expect(cards(page)).toHaveCount(10);
    await page.keyboard.press('Control+z');
    await expect(notes(page)).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(notes(page)).toBeVisible();
  });

  await test.step('one with nothing on it goes, and leaves nothing to undo', async () => {
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    await expect(notes(page)).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Undo: Add note' })).toBeVisible();
  });

  await test.step('keys edit, colour, widen and move it', async () => {
    await notes(page).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Vanishing from here on');
    await page.keyboard.press('Control+Enter');
    await expect(notes(page)).toHaveAccessibleName('Note: Vanishing from here on');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('note in blue');
    await page.keyboard.press('Enter');
    const before = await box(notes(page));
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('note wider');
    await page.keyboard.press('Enter');
    const after = await box(notes(page));
    expect(after.y).toBeGreaterThan(before.y);
    expect(after.width).toBeGreaterThan(before.width);
  });

  await test.step('the mouse moves it, and a double click edits it', async () => {
    const [from, free] = [await box(notes(page)), await box(card(page, 'output'))];
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(free.x + 40, free.y - 100, { steps: 5 });
    await page.mouse.up();
    expect((await box(notes(page))).x).toBeGreaterThan(from.x + 100);
    await notes(page).dblclick();
    await page.getByRole('textbox', { name: 'Text of the note' }).press('End');
    await page.keyboard.type('.');
    await page.mouse.click(700, 90);
    await expect(notes(page)).toHaveAccessibleName('Note: Vanishing from here on.');
    await picture(page, 'notes-light');
  });

  await test.step('it is duplicated and deleted as layers are, and none of them counts it', async () => {
    await notes(page).click();
    await page.keyboard.press('Control+d');
    await expect(notes(page)).toHaveCount(2);
    await page.keyboard.press('Delete');
    await expect(notes(page)).toHaveCount(1);
    await page.keyboard.press('Control+a');
    await expect(page.getByText('14 layers').first()).toBeVisible();
  });

  await test.step('the file has it', async () => {
    const path = testInfo.outputPath('noted.layerwise');
    await answerSaveDialog(application, path);
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/^Saved/)).toBeVisible();
    expect(await readFile(path, 'utf8')).toContain('"text":"Vanishing from here on.","position"');
  });
});

test('a note of many lines can be read where it runs into cards, and has room once the network is tidied', async ({
  page,
}) => {
  await card(page, 'conv1').click();
  await page.keyboard.press('n');
  for (const line of ['First', 'second', 'third', 'fourth', 'fifth', 'sixth', 'last']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('end');
  // A quick hand: the click comes before the note is drawn that has the focus after Escape.
  await Promise.all([page.keyboard.press('Escape'), page.mouse.click(1000, 90)]);
  await expect(notes(page)).toHaveAttribute('aria-pressed', 'false');
  // Where its last line stands, nothing lies over it.
  const written = await box(notes(page));
  expect(await noteAt(page, written.x + 20, written.y + written.height - 8)).toBe(true);
  await picture(page, 'notes-in-front');

  await page.getByRole('button', { name: 'Tidy' }).click();
  await expect(page.getByRole('button', { name: /^Undo: Tidy/ })).toBeVisible();
  await expect
    .poll(async () => {
      const [note, all] = [await box(notes(page)), await Promise.all((await cards(page).all()).map(box))];
      return all.filter(
        (each) =>
          each.x < note.x + note.width &&
          note.x < each.x + each.width &&
          each.y < note.y + note.height &&
          note.y < each.y + each.height,
      ).length;
    })
    .toBe(0);
  await picture(page, 'notes-tidied');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(notes(page)).toHaveCount(0);
});

function noteAt(page: Page, x: number, y: number): Promise<boolean> {
  return page.evaluate(
    ([left, top]) => document.elementFromPoint(left, top)?.closest('[data-note]') !== null,
    [x, y] as const,
  );
}

async function box(item: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await item.boundingBox();
  if (found === null) throw new Error('It is not in view.');
  return found;
}
