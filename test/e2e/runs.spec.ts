import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { button, train } from './trainingRun';

test('runs are named and tagged, found, laid over one another, and thrown away', async ({ page }) => {
  for (let run = 0; run < 2; run += 1) {
    await train(page);
    await button(page, 'Stop').click();
    await expect(page.getByRole('button', { name: /Continue/ })).toBeVisible();
  }
  await button(page, 'Runs').click();
  const view = page.getByRole('region', { name: 'Runs' });
  const rows = view.getByRole('row').filter({ hasText: 'LeNet-5' });
  await expect(rows).toHaveCount(2);

  await rows.last().getByRole('button', { name: 'LeNet-5' }).click();
  const notes = view.getByRole('form', { name: 'Notes of LeNet-5' });
  await notes.getByLabel('Name').fill('Baseline');
  await notes.getByLabel('Tags').fill('lecture, first try');
  await notes.getByLabel('Notes').fill('Rate as it came.');
  const baseline = view.getByRole('row').filter({ hasText: 'Baseline' });
  await view.getByRole('textbox', { name: 'Search runs' }).fill('first try');
  await expect(rows).toHaveCount(1);
  await expect(baseline).toContainText('lecture');
  await expect(view.getByRole('status')).toContainText('1 of 2 runs');
  await view.getByRole('button', { name: 'Clear search' }).click();

  const steps = view.getByRole('columnheader', { name: 'Steps' });
  await steps.getByRole('button').click();
  await expect(steps).toHaveAttribute('aria-sort', 'descending');

  await view.getByRole('checkbox', { name: 'Choose LeNet-5' }).check();
  const chosen = view.getByRole('complementary', { name: 'Chosen runs' });
  await expect(chosen.getByRole('img', { name: 'Loss and accuracy' })).toContainText('Baseline');
  await expect(chosen.getByRole('region', { name: 'Difference' })).toContainText('the same layers');
  await picture(page, 'runs-compared');

  await view.getByRole('checkbox', { name: 'Choose Baseline' }).uncheck();
  await button(page, 'Move to trash').click();
  await expect(view.getByRole('alert')).toContainText('is in use');
  await view.getByRole('button', { name: 'Understood' }).click();
  await baseline.getByRole('button', { name: 'Baseline' }).click();
  await button(page, 'Move to trash').click();
  await expect(view).toContainText('Moved 1 run to');
  await expect(rows).toHaveCount(1);
  await expect(baseline).toBeHidden();
});
