import type { Locator, Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { button } from './trainingRun';

/** Past the first measured steps of a deep network, on two cores that others use too. */
const patience = { timeout: 45_000 } as const;

/** The step is done and tells what to see, in words that match; then the lesson goes on to the next one. */
async function reach(page: Page, id: string, words: RegExp): Promise<void> {
  const lesson = page.getByRole('region', { name: 'Lesson' });
  await expect(lesson.getByRole('button', { name: /^(Next|Finish)$/ })).toBeVisible(patience);
  await expect(lesson.getByRole('status')).toContainText(words);
  await picture(page, `lesson-${id}`);
  await lesson.getByRole('button', { name: /^(Next|Finish)$/ }).click();
}

/** Presses the left end of a slider's track. */
async function dragToStart(page: Page, slider: Locator): Promise<void> {
  const thumb = await slider.boundingBox();
  if (thumb === null) throw new Error('The slider is not in view.');
  const y = thumb.y + thumb.height / 2;
  await page.mouse.move(thumb.x + thumb.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(0, y, { steps: 6 });
  await page.mouse.up();
}

test('the lesson is gone through by mouse, each step on the live application', async ({ page }) => {
  test.setTimeout(180_000);
  const lesson = page.getByRole('region', { name: 'Lesson' });
  await button(page, 'Take the lesson, five minutes').click();
  await expect(lesson.getByRole('status')).toContainText('1 of 9');

  await lesson.getByRole('button', { name: 'Watch a gradient vanish' }).click();
  await reach(page, 'train', /each card takes the colour/);

  await card(page, 'conv1').click();
  await reach(page, 'cards', /that factor is lost on the way back/);

  await page
    .getByRole('region', { name: 'Finding' })
    .getByRole('button', { name: 'What helps' })
    .click(patience);
  await reach(page, 'verdict', /evidence, its cause/);

  await page
    .getByRole('region', { name: 'Finding' })
    .getByRole('button', { name: /^Add \d+ shortcuts and compare$/ })
    .click();
  await reach(
    page,
    'compare',
    /smaller than the last with shortcuts, and gets a gradient \S+(×| (m|b|tr)illion times) smaller/,
  );

  await dragToStart(page, page.getByRole('slider', { name: 'Shown step' }));
  await reach(page, 'scrub', /show that step/);

  await page.getByRole('tab', { name: /^Diagnosis/ }).click();
  await page.getByRole('button', { name: 'Use He initialisation' }).first().click();
  await button(page, 'Train it').click(patience);
  await reach(
    page,
    'he',
    /Without any shortcut the first layer .*, against \S+(×| (m|b|tr)illion times) smaller before/,
  );

  await lesson.getByRole('button', { name: 'Train it with batch norm' }).click();
  await reach(page, 'batch-norm', /No vanishing gradient is found/);

  await button(page, 'Laboratory').click();
  await page.getByRole('button', { name: /^Why before the ReLU\?/ }).click();
  await reach(page, 'before-relu', /what differs by more than the seeds do/);

  await button(page, 'New experiment').click();
  await reach(page, 'own', /That was the lesson/);
  await expect(lesson).toBeHidden();
});
