import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSaveDialog } from './dialogs';
import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { setFilters } from './projectWindow';

test('the table of costs follows the network, sorts, shows layers on the canvas, and is exported', async ({
  page,
  application,
  folder,
}) => {
  await page.getByRole('tab', { name: 'Layers & cost' }).click();
  const table = page.getByRole('region', { name: 'Cost of each layer' });
  const row = (name: string) => table.getByRole('row').filter({ hasText: name });
  await expect(row('conv2')).toContainText('10×10×16');
  await expect(row('conv2')).toContainText('14×14');
  await expect(row('conv2')).toContainText('2,416');
  await expect(row('Total')).toContainText('61,706');
  await expect(page.getByText(/A training step with batches of 64 holds/)).toContainText(/[KM]iB/);
  await picture(page, 'costs');

  await table.getByRole('button', { name: 'Parameters' }).click();
  await expect(table.locator('tbody tr').first()).toContainText('fc1');
  await page.getByRole('button', { name: 'In the network’s order' }).click();
  await expect(table.locator('tbody tr').first()).toContainText('input');

  await setFilters(page, '12');
  await expect(row('conv1')).toContainText('312');
  await table.getByRole('button', { name: /conv2/ }).click();
  await expect(page.getByRole('heading', { name: 'Conv 5×5, 16' })).toBeVisible();

  const path = join(folder, 'layers.csv');
  await answerSaveDialog(application, path);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Save as CSV…' }).click();
  await expect(page.getByText(`Exported to ${path}.`)).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('conv1,"Conv 5×5, 12",28×28×12,5×5,312,0,235200,37632');
});
