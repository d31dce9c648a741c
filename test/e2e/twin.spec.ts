import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { answerOpenDialog } from './dialogs';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { button } from './trainingRun';

/** Writes twenty layers without batch norm, whose gradient vanishes, small enough for some thirty steps a second. */
async function writeVanishing(path: string): Promise<void> {
  const settings = ['input=16', 'channels=1', 'width=0.5', 'batchNorm=false', 'initialiser=glorotUniform'];
  const set = settings.flatMap((setting) => ['--set', setting]);
  const command = ['bin/layerwise.mjs', 'new', 'plain-20-cifar', ...set, '--out', path];
  await promisify(execFile)(process.execPath, command);
  const project: { readonly training: object } = JSON.parse(await readFile(path, 'utf8'));
  const images = { height: 16, width: 16, channels: 1, classes: 10, trainingImages: 480, testImages: 80 };
  const dataset = { type: 'synthetic', variant: 'patterns', noise: 1, seed: 1, ...images };
  const training = {
    dataset,
    batchSize: 16,
    epochs: 2,
    telemetryEvery: 1,
    learningRate: 0.02,
    warmUpSteps: 0,
  };
  await writeFile(path, JSON.stringify({ ...project, training: { ...project.training, ...training } }));
}

/** The colours in which a network of the comparison is drawn, layer by layer. */
function coloursOf(page: Page, name: string): Promise<readonly string[]> {
  return page
    .getByRole('img', { name: `Layers of ${name}`, exact: true })
    .locator('rect')
    .evaluateAll((boxes) => boxes.map((box) => getComputedStyle(box).fill));
}

test('a plain network is trained against its residual twin at one click, and both are compared step by step', async ({
  page,
  application,
  folder,
}) => {
  test.setTimeout(120_000);
  const path = join(folder, 'plain.layerwise');
  await writeVanishing(path);
  await answerOpenDialog(application, path);
  await page.keyboard.press('Control+o');
  await expect(button(page, 'Train twin').first()).not.toHaveAttribute('aria-disabled', 'true', {
    timeout: 30_000,
  });
  await page.getByRole('tab', { name: 'Compare' }).click();
  const compare = page.getByRole('tabpanel', { name: 'Compare' });
  await expect(compare).toContainText('Plain-20 against ResNet-20');
  await expect(compare).toContainText('Expected memory: both at once take about');
  await picture(page, 'twin-offer-light');

  await page.getByRole('banner').getByRole('button', { name: 'Train twin' }).click();
  const facts = page.getByRole('complementary', { name: 'Twin run' });
  await expect(facts).toContainText('Finished', { timeout: 90_000 });
  await expect(facts).toContainText('Only difference9 shortcuts');
  await expect(facts).toContainText('the same initial weights (40 of 40 tensors)');
  const headline = compare.getByRole('status');
  await expect(headline).toHaveText(
    /^At step 60, conv1 of ResNet-20 receives [\d,.]+(×| (m|b|tr)illion times) more gradient than conv1 of Plain-20$/,
  );
  await expect(facts.getByRole('row', { name: /^Healthy layers/ })).toHaveText(/\d+ \/ 20\d+ \/ 20/);
  await picture(page, 'twin-light');
  await button(page, 'Dark theme').click();
  await picture(page, 'twin-dark');

  const [plain, residual] = [await coloursOf(page, 'Plain-20'), await coloursOf(page, 'ResNet-20')];
  expect([plain.length, residual.length]).toEqual([20, 20]);
  // Green in the first layer of the one, blue in that of the other.
  expect(plain[0]).not.toBe(residual[0]);
  const thumb = compare.getByRole('slider', { name: 'Shown step' });
  await thumb.focus();
  await page.keyboard.press('Home');
  await expect(headline).toHaveText(/^At step 1, /);
  await expect(facts).toContainText('Gradient at step 1log');
  await expect.poll(() => coloursOf(page, 'ResNet-20')).not.toEqual(residual);
  await button(page, 'Play the steps').click();
  await expect(headline).not.toHaveText(/^At step 1, /);

  await test.step('a page that comes later shows both again', async () => {
    await page.reload();
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect(headline).toHaveText(/^At step 60, conv1 of ResNet-20 receives/);
    expect(await coloursOf(page, 'ResNet-20')).toEqual(residual);
  });

  await test.step('the twin is kept on the canvas, and taken back', async () => {
    await button(page, 'Keep it').click();
    await expect(facts).toBeHidden();
    await expect(card(page, 'add2_2').or(card(page, 'add1')).first()).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('contentinfo')).toContainText('67,562');
  });
});
