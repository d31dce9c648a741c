import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSaveDialog } from './dialogs';
import { picture } from './pictures';
import { setFilters } from './projectWindow';
import { expect, test } from './reusedWindow';

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

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('Copied the table.')).toBeVisible();
  expect(await application.evaluate(({ clipboard }) => clipboard.readText())).toContain('| conv1 |');
});

test('the network is exported as a picture, in vectors and in pixels', async ({
  page,
  application,
  folder,
}) => {
  const formats = [
    ['SVG', 'svg'],
    ['PNG', 'png'],
  ] as const;
  for (const [name, ending] of formats) {
    const path = join(folder, `network.${ending}`);
    await answerSaveDialog(application, path);
    await page.getByRole('button', { name: 'Project menu' }).click();
    await page.getByRole('menuitem', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: `Picture as ${name}…` }).click();
    await expect(page.getByText(`Exported to ${path}.`)).toBeVisible();
  }
  expect(await readFile(join(folder, 'network.svg'), 'utf8')).toContain('>conv2</text>');
  const png = await readFile(join(folder, 'network.png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Width and height stand in the first chunk: twice as sharp as the canvas, where four cards of 136 px stand 160 px apart.
  expect(png.readUInt32BE(16)).toBeGreaterThan(2 * (3 * 160 + 136));
});
