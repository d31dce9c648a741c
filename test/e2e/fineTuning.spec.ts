import type { Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { button, train } from './trainingRun';

test('a trained network gets a new head, which learns while the frozen layers stay as they are', async ({
  page,
}) => {
  await card(page, 'conv1').click();
  await train(page);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeEnabled();

  await button(page, 'Runs').click();
  const row = page.getByRole('region', { name: 'Runs' }).getByRole('row').filter({ hasText: 'LeNet-5' });
  await row.getByRole('button', { name: 'Start from' }).click();
  await expect(page.getByRole('img', { name: 'Starts from LeNet-5' })).toBeVisible();

  await choose(page, 'fc1', 'Freeze everything before');
  await expect(card(page, 'conv2')).toHaveAccessibleName(/, frozen/);
  await expect(card(page, 'fc1')).not.toHaveAccessibleName(/frozen/);
  await choose(page, 'fc1', 'Replace the head…');
  const dialog = page.getByRole('dialog', { name: 'Replace the head' });
  await expect(dialog).toContainText('The last layer becomes fc4');
  await picture(page, 'replace-head');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(card(page, 'fc4')).toBeVisible();
  await expect(card(page, 'fc3')).toBeHidden();
  await expect(card(page, 'fc2')).toHaveAccessibleName(/, frozen/);

  await card(page, 'conv1').click();
  await train(page);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Frozen, as is all before it');
  const kernel = inspector.getByRole('img', { name: /^Weight kernel: / });
  await kernel.scrollIntoViewIfNeeded();
  const first = await kernel.getAttribute('aria-label');
  await expect(kernel).toHaveAccessibleName(/moments before/);
  expect(rangeOf(await kernel.getAttribute('aria-label'))).toBe(rangeOf(first));
  await card(page, 'fc4').click();
  await expect(inspector.getByRole('table')).toContainText('kernel');
  await picture(page, 'fine-tuning');
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeEnabled();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(card(page, 'fc3')).toBeVisible();
  await expect(card(page, 'fc4')).toBeHidden();
  await expect(card(page, 'fc2')).not.toHaveAccessibleName(/frozen/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(card(page, 'conv1')).not.toHaveAccessibleName(/frozen/);
  await page.getByRole('button', { name: 'Start from fresh weights' }).click();
  await expect(page.getByRole('img', { name: 'Starts from LeNet-5' })).toBeHidden();
});

/** Chooses from a layer's menu. */
async function choose(page: Page, layer: string, item: string): Promise<void> {
  await card(page, layer).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}

/** "from −0.61 to 0.58" of a histogram's name. */
function rangeOf(name: string | null): string {
  return /from \S+ to \S+/.exec(name ?? '')?.[0] ?? 'no range';
}
