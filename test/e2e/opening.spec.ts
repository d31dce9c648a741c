import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOpenDialog } from './dialogs';
import { dragFile } from './dropFile';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { saveAs, setFilters, title } from './projectWindow';

/** LeNet-5 with drawn weights as an ONNX model. */
function writeModel(folder: string): string {
  const out = join(folder, 'exported');
  execFileSync(process.execPath, ['bin/layerwise.mjs', 'export', 'lenet-5', '--to', 'onnx', '--out', out]);
  return join(out, 'model.onnx');
}

test('a model is imported, by the dialog and by dropping it, and what it has no layer for is named', async ({
  application,
  page,
  folder,
}) => {
  const model = writeModel(folder);
  const report = page.getByRole('dialog', { name: 'model.onnx was imported' });

  await test.step('by the dialog', async () => {
    await answerOpenDialog(application, model);
    await page.keyboard.press('Control+o');
    await expect(report).toContainText('61,706');
    await expect(report).toContainText('All of them: training begins with these');
    await expect(report).toContainText('Everything in the file has its place in the network.');
    await report.getByRole('button', { name: 'Use it…' }).click();
    await expect(
      page.getByRole('button', { name: 'Run: This project, weights of model.onnx' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
    const told = page.getByText(/of 10,000 validation images are told right/);
    await expect(told).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Back to the network' }).click();
    await dragFile(page, 'resources/icon.png', 'drop');
    await expect(page.getByRole('region', { name: 'Try it' })).toContainText('icon.png');
    await expect(
      page
        .getByRole('region', { name: 'Try it' })
        .getByText(/^\d+(\.\d+)? %$/)
        .first(),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Back to the network' }).click();
    await expect(page.getByRole('img', { name: 'Unsaved changes' })).toBeVisible();
    await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×6/);
    await saveAs(application, page, join(folder, 'imported.layerwise'));
    const beside = readdirSync(folder).filter((name) => /^imported-[0-9a-f]{8}\.safetensors$/.test(name));
    expect(readFileSync(join(folder, 'imported.layerwise'), 'utf8')).toContain(`"path":"${beside[0]}"`);
    await setFilters(page, '7');
  });

  await test.step('by dropping it, with what can’t be represented', async () => {
    const odd = join(folder, 'odd.onnx');
    writeFileSync(odd, readFileSync(model, 'latin1').replaceAll('MaxPool', 'MaxFool'), 'latin1');
    await dragFile(page, odd, 'hold');
    await expect(page.getByRole('status').filter({ hasText: 'Drop to open' })).toBeVisible();
    await dragFile(page, odd, 'drop');
    const gaps = page.getByRole('dialog', { name: 'odd.onnx was imported' });
    await expect(gaps.getByRole('list').getByRole('listitem')).toHaveCount(3);
    await expect(gaps.getByRole('listitem').first()).toContainText('Op `MaxFool`');
    await expect(gaps.getByRole('listitem').last()).toContainText('behind what is missing');
    await gaps.getByRole('button', { name: 'Close' }).click();
    // In a tab of its own: what was changed before is in the other one.
    await page.keyboard.press('Control+1');
    await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×7/);
    expect(await title(application)).toContain('•');
  });

  await test.step('a damaged one leaves the network as it is', async () => {
    await setFilters(page, '9');
    const damaged = join(folder, 'damaged.onnx');
    writeFileSync(damaged, readFileSync(model).subarray(0, 1000));
    await dragFile(page, damaged, 'drop');
    const problem = page.getByRole('dialog', { name: 'The model could not be imported' });
    await expect(problem).toContainText('This is not an ONNX model, or it is damaged.');
    await problem.getByRole('button', { name: 'Close' }).click();
    await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×9/);
  });
});

test('a file that is no dataset is said to be none, in the dialog about data', async ({ page, folder }) => {
  const empty = join(folder, 'empty.npz');
  mkdirSync(folder, { recursive: true });
  writeFileSync(empty, 'none');
  await dragFile(page, empty, 'drop');
  const dialog = page.getByRole('dialog', { name: 'Data' });
  await expect(dialog.getByRole('alert')).toContainText('empty.npz');
});
