import { card } from './networkCanvas';
import { setFilters } from './projectWindow';
import { expect, test } from './reusedWindow';

test('the history lists every edit, and a click or a key goes to any of them', async ({ page }) => {
  const open = () => page.getByRole('button', { name: 'Edit history' }).click();
  const steps = page.getByRole('menuitemradio');
  for (const filters of ['7', '8', '9']) await setFilters(page, filters);
  await open();
  await expect(steps).toHaveText([
    'As it was opened',
    'Set filters of conv1',
    'Set filters of conv1',
    'Set filters of conv1now',
  ]);
  await steps.nth(1).click();
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×7/);
  await open();
  await expect(steps.nth(1)).toBeChecked();
  await expect(steps.nth(3)).toContainText('undone');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×9/);
  await page.keyboard.press('Control+z');
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×8/);
});
