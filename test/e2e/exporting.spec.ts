import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { answerSaveDialog } from './dialogs';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { button, train } from './trainingRun';

/** Opens the dialog of a form of export, and returns it. */
async function chooseForm(page: Page, form: string) {
  await button(page, 'Project menu').click();
  await page.getByRole('menuitem', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: `${form}…` }).click();
  return page.getByRole('dialog', { name: `Export as ${form}` });
}

async function readArchive(path: string): Promise<Readonly<Record<string, Uint8Array>>> {
  return unzipSync(await readFile(path));
}

test('the network leaves for other programs, with the weights of a run or as first drawn', async ({
  page,
  application,
  folder,
}) => {
  await train(page);
  await button(page, 'Stop').click();

  await test.step('with the weights of the run in this window', async () => {
    const path = join(folder, 'lenet.zip');
    await answerSaveDialog(application, path);
    const dialog = await chooseForm(page, 'TensorFlow.js');
    await expect(dialog.getByRole('radio', { name: /Of the run LeNet-5/ })).toBeChecked();
    await picture(page, 'export-dialog');
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByText(`Exported to ${path}.`)).toBeVisible();
    const files = await readArchive(path);
    expect(Object.keys(files).sort()).toEqual(['README.md', 'group1-shard1of1.bin', 'model.json']);
    expect(strFromU8(files['README.md'] ?? new Uint8Array())).toMatch(/Weights: \w+ checkpoint of/);
  });

  await test.step('as first drawn', async () => {
    const path = join(folder, 'drawn.zip');
    await answerSaveDialog(application, path);
    const dialog = await chooseForm(page, 'Keras (.keras)');
    await dialog.getByRole('radio', { name: 'Those that training begins with' }).check();
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByText(`Exported to ${path}.`)).toBeVisible();
    const files = await readArchive(path);
    expect(Object.keys(files).sort()).toEqual(['README.md', 'model.keras']);
    expect(strFromU8(files['README.md'] ?? new Uint8Array())).toContain('as first drawn from the seed');
  });

  await test.step('a network that the run did not train is told so', async () => {
    await card(page, 'conv2').click();
    await page.keyboard.press('Delete');
    const dialog = await chooseForm(page, 'ONNX');
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('trained another network');
    await picture(page, 'export-refused');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});
