import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSaveDialog } from './dialogs';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { setFilters } from './projectWindow';
import { expect, test } from './reusedWindow';
import { button } from './trainingRun';

test('the program follows the network, shows a layer’s lines and finds a line’s layer, and is saved', async ({
  page,
  application,
  folder,
}) => {
  await page.getByRole('tab', { name: 'Code' }).click();
  const program = page.getByRole('region', { name: 'Program' });
  const lines = (text: string) => program.getByRole('listitem').filter({ hasText: text });
  await expect(lines('self.conv2 = nn.Conv2d(')).toContainText('nn.Conv2d(6, 16, 5');

  await card(page, 'conv2').click();
  await expect(lines('self.conv2 = nn.Conv2d(')).toHaveAttribute('data-selected', 'true');
  await setFilters(page, '12');
  await expect(lines('self.conv2 = nn.Conv2d(')).toContainText('nn.Conv2d(12, 16, 5');

  await lines('self.fc1 = nn.Linear(').getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'Dense 120' })).toBeVisible();
  await expect(lines('self.fc1 = nn.Linear(')).toHaveAttribute('data-selected', 'true');
  await picture(page, 'code');

  await page.getByRole('radio', { name: 'Keras' }).click();
  await expect(lines('layers.Dense(units=120')).toBeVisible();
  await picture(page, 'code-keras');

  const project = join(folder, 'LeNet-5 keras');
  await answerSaveDialog(application, project);
  await button(page, 'Save project…').click();
  await expect(page.getByText(`Saved the project to ${project}.`)).toBeVisible();
  expect(await readdir(project)).toEqual(
    expect.arrayContaining(['README.md', 'train.py', 'weights.safetensors']),
  );
  expect(await readFile(join(project, 'model.py'), 'utf8')).toContain('layers.Dense(units=120');
  await button(page, 'Save project…').click();
  await expect(page.getByText(`${project} holds a README.md already.`)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'PyTorch' }).click();

  const path = join(folder, 'model.py');
  await answerSaveDialog(application, path);
  await button(page, 'Save…').click();
  await expect(page.getByText(`Exported to ${path}.`)).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('def build_model():');
  await button(page, 'Copy').click();
  await expect(page.getByText('Copied the program.')).toBeVisible();
  expect(await application.evaluate(({ clipboard }) => clipboard.readText())).toContain('nn.Linear(400, 120');
});
