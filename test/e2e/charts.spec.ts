import { expect, type Page } from '@playwright/test';
import { test } from './launchApplication';
import { picture } from './pictures';
import { button, curvePoints, train } from './trainingRun';

/** Brings the pointer over a chart, so far from its left edge in px; waits until the window has come to rest. */
async function pointAt(page: Page, chart: string, x: number): Promise<void> {
  await page
    .getByRole('img', { name: `${chart} over the steps of the run` })
    .hover({ position: { x, y: 60 } });
}

test('a stretch of the curves can be looked at closely, and both charts mark the same step', async ({
  page,
}) => {
  await train(page);
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  await expect.poll(() => curvePoints(page, 'Loss'), { timeout: 30_000 }).toBeGreaterThan(60);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible();
  await expect(button(page, 'More steps')).toBeDisabled();

  await pointAt(page, 'Loss', 50);
  await page.mouse.down();
  await pointAt(page, 'Loss', 70);
  await pointAt(page, 'Loss', 90);
  await page.mouse.up();
  await expect(page.getByText(/^step [\d,]+$/).first()).toBeVisible();
  await expect(button(page, 'Later steps')).toBeEnabled();

  await pointAt(page, 'Loss', 100);
  const marked = page.getByRole('heading', { name: /^Step [\d,]+, epoch \d$/ });
  await expect(marked).toHaveCount(2);
  expect(new Set(await marked.allTextContents()).size).toBe(1);
  await picture(page, 'charts-zoomed');

  await pointAt(page, 'Accuracy', 150);
  await page.mouse.wheel(0, 400);
  await button(page, 'Whole run').click();
  await expect(button(page, 'More steps')).toBeDisabled();
  await expect(page.getByText(/^step [\d,]+$/)).toHaveCount(0);
});
