import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { answerSaveDialog } from './dialogs';
import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { button, trainPast } from './trainingRun';

/** Draws a line on the pad with the mouse, from and to shares of its side. */
async function drawLine(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const box = await page.getByRole('img', { name: 'Drawing pad' }).boundingBox();
  if (box === null) throw new Error('the pad has no place on the screen');
  await page.mouse.move(box.x + from[0] * box.width, box.y + from[1] * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + to[0] * box.width, box.y + to[1] * box.height, { steps: 12 });
  await page.mouse.up();
}

test('what was trained is evaluated, and answers to what is drawn, chosen and dropped', async ({
  application,
  page,
  folder,
}) => {
  test.setTimeout(150_000);
  await button(page, 'Use what was trained').click();
  const view = page.getByRole('region', { name: 'Use' });
  await expect(view).toContainText('No network has been trained yet');
  await button(page, 'Back to the network').click();

  await trainPast(page, 90);
  await button(page, 'Stop').click();
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  const validated = (await page.getByRole('contentinfo').textContent())?.match(/Validation\s*([\d.]+)\s*%/);
  const accuracy = Number(validated?.[1] ?? Number.NaN);
  await button(page, 'Use').click();

  await test.step('its accuracy over the validation images is the last that training told', async () => {
    await button(page, 'Evaluate').click();
    const headline = view.getByText(/of 10,000 validation images are told right/);
    await expect(headline).toBeVisible({ timeout: 30_000 });
    const told = (await headline.textContent())?.match(/^([\d.]+) %.*recorded ([\d.]+) %/);
    expect(told?.[1]).toBe(told?.[2]);
    expect(Number(told?.[1])).toBeCloseTo(accuracy, 0);
    await expect(view.getByRole('table', { name: 'Confusion matrix' }).getByRole('row')).toHaveCount(11);
  });

  await test.step('keys lead from cell to cell, and the matrix leaves the window as a table and a picture', async () => {
    const matrix = view.getByRole('table', { name: 'Confusion matrix' });
    await matrix.getByRole('button').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(matrix.getByRole('button', { name: /images of 1 were told right/ })).toBeFocused();
    await expect(view).toContainText(/images of 1 were told right \([\d.]+ %\)\./);
    await page.keyboard.press('Control+End');
    await expect(matrix.getByRole('button', { name: /images of 9 were told right/ })).toBeFocused();
    for (const [form, kind] of [
      ['Confusion matrix, numbers as CSV…', 'csv'],
      ['Confusion matrix as SVG…', 'svg'],
      ['Confusion matrix as PNG…', 'png'],
    ] as const) {
      const path = join(folder, `matrix.${kind}`);
      await answerSaveDialog(application, path);
      await button(page, 'Export the confusion matrix').click();
      await page.getByRole('menuitem', { name: form }).click();
      await expect
        .poll(() =>
          stat(path).then(
            ({ size }) => size > 100,
            () => false,
          ),
        )
        .toBe(true);
    }
    const lines = (await readFile(join(folder, 'matrix.csv'), 'utf8')).trim().split(/\r?\n/);
    expect(lines[0]).toMatch(/^Class,Taken for 0 \(images\),/);
    const counts = lines.slice(1).flatMap((line) => line.split(',').slice(1).map(Number));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    const drawn = await readFile(join(folder, 'matrix.svg'), 'utf8');
    expect(drawn).toContain('Rows: what they are.');
    expect(drawn).not.toContain('Point at a cell');
  });

  await test.step('a cell shows its mistakes, and a head sorts the classes', async () => {
    const gallery = view.getByRole('region', { name: 'Worst mistakes' });
    const all = await gallery.getByRole('listitem').count();
    const [first] = await gallery.getByRole('listitem').allTextContents();
    const [, label, prediction] = first?.match(/labelled (\d), took it for (\d)/) ?? [];
    await view
      .getByRole('button', { name: new RegExp(`images of ${label} were taken for ${prediction} `) })
      .click();
    await expect(gallery).toContainText(`Labelled ${label}, taken for ${prediction}`);
    expect(await gallery.getByRole('listitem').count()).toBeLessThan(all);
    await picture(page, 'use-cell-light');
    await button(page, 'Show all').click();
    const classes = view.getByRole('table', { name: 'Classes' });
    await classes.getByRole('button', { name: 'Accuracy' }).click();
    await expect(classes.getByRole('columnheader', { name: 'Accuracy' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await picture(page, 'use-evaluate-light');
    await button(page, 'Dark theme').click();
    await picture(page, 'use-evaluate-dark');
    await gallery.getByRole('listitem').first().getByRole('button').click();
    await expect(view.getByRole('region', { name: 'Answer' })).toContainText(
      `and is wrong: labelled ${label}`,
    );
  });

  const answer = view.getByRole('region', { name: 'Answer' });
  await test.step('a 1 that is drawn is read, and colours show where', async () => {
    await view.getByRole('radio', { name: 'Draw' }).click();
    await button(page, 'Clear').click();
    await drawLine(page, [0.5, 0.15], [0.48, 0.85]);
    await expect(answer).toContainText('It takes this for 1');
    await expect(view.getByRole('img', { name: /^Evidence for 1 in relu2/ })).toBeVisible();
    await picture(page, 'use-try-dark');
    await answer.getByRole('button', { name: /^7: / }).click();
    await expect(view.getByRole('img', { name: /^Evidence for 7 in relu2/ })).toBeVisible();
    await button(page, 'Clear').click();
    await drawLine(page, [0.25, 0.2], [0.75, 0.2]);
    await drawLine(page, [0.75, 0.2], [0.45, 0.85]);
    await expect(answer).toContainText('It takes this for 7');
  });

  await test.step('a 1 that is drawn by keys is read as well', async () => {
    await button(page, 'Clear').click();
    await view.getByRole('application', { name: 'Pen, lifted' }).focus();
    await page.keyboard.press('Space');
    await expect(view.getByRole('application', { name: 'Pen, put down' })).toBeFocused();
    for (let strokes = 0; strokes < 11; strokes += 1) await page.keyboard.press('ArrowDown');
    await expect(answer).toContainText('It takes this for 1');
  });

  await test.step('a file is chosen: dark ink on light paper, taken light for dark', async () => {
    const file = join(folder, 'one.png');
    const paper = { width: 90, height: 90, channels: 3, background: '#fff' } as const;
    const ink = await sharp({ create: { ...paper, width: 8, height: 60, background: '#000' } })
      .png()
      .toBuffer();
    await sharp({ create: paper })
      .composite([{ input: ink }])
      .png()
      .toFile(file);
    await view.getByRole('radio', { name: 'File' }).click();
    await view.getByLabel('Image file').setInputFiles(file);
    await expect(view).toContainText('one.png');
    await view.getByRole('switch', { name: 'Take light for dark' }).click();
    await expect(answer).toContainText('It takes this for 1');
    await button(page, 'Light theme').click();
    await picture(page, 'use-try-light');
  });
});
