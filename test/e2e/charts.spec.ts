import { expect, type Page } from '@playwright/test';
import { test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { button, curvePoints, train } from './trainingRun';

/** Brings the pointer over a chart, so far from its left edge in px; waits until the window has come to rest. */
async function pointAt(page: Page, chart: string, x: number): Promise<void> {
  await page
    .getByRole('img', { name: `${chart} over the steps of the run` })
    .hover({ position: { x, y: 60 } });
}

test('a stretch of the curves can be looked at closely, and all charts mark the same step', async ({
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
  await expect(marked).toHaveCount(3);
  expect(new Set(await marked.allTextContents()).size).toBe(1);
  await picture(page, 'charts-zoomed');

  await pointAt(page, 'Accuracy', 150);
  await page.mouse.wheel(0, 400);
  await button(page, 'Whole run').click();
  await expect(button(page, 'More steps')).toBeDisabled();
  await expect(page.getByText(/^step [\d,]+$/)).toHaveCount(0);

  await test.step('the keys do the same, and say what was measured', async () => {
    const reader = page.getByRole('slider', { name: 'Step in Loss' });
    await reader.press('End');
    await reader.press('ArrowLeft');
    await expect(reader).toHaveAttribute(
      'aria-valuetext',
      /^Step [\d,]+, epoch \d, this batch \d\.\d+, smoothed \d\.\d+.*, learning rate [\d.]+$/,
    );
    await expect(marked).toHaveCount(3);
    await reader.press('+');
    await reader.press('+');
    await expect(button(page, 'Later steps')).toBeVisible();
    await picture(page, 'charts-keys');
  });

  await test.step('the other charts of the run show the same steps, and the same one', async () => {
    await page.getByRole('tab', { name: 'Gradient flow' }).click();
    await expect(button(page, 'More steps')).toBeEnabled();
    await card(page, 'conv1').click();
    const map = page.getByRole('slider', { name: 'Step in Over time' });
    await map.press('Home');
    await map.press('ArrowDown');
    await expect(map).toHaveAttribute('aria-valuetext', /^\w+, ‖∂L\/∂a‖ at step [\d,]+: \d/);
    const step = (await map.getAttribute('aria-valuetext'))?.match(/step ([\d,]+)/)?.[1];
    await expect(page.getByRole('heading', { name: `Step ${step}, epoch 1`, exact: true })).toBeVisible();
    await picture(page, 'charts-flow');
    const profile = page.getByRole('slider', { name: 'Layer in By depth' });
    await profile.press('ArrowRight');
    await profile.press('ArrowRight');
    await expect(profile).toHaveAttribute('aria-valuetext', /^\w+, ‖∂L\/∂a‖ −?\d/);
  });

  await test.step('all commands lead back to the whole run, and to the menu of what can be exported', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Reset zoom');
    await page.keyboard.press('Enter');
    await expect(button(page, 'More steps')).toBeDisabled();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Export chart');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Heat map, numbers as CSV…' })).toBeVisible();
  });
});
