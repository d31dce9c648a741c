import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from './dialogs';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { button } from './trainingRun';

/** Writes a small residual network without batch norm, that trains in seconds. */
async function writeResidual(path: string): Promise<void> {
  const settings = ['input=16', 'channels=1', 'width=0.5', 'batchNorm=false', 'initialiser=glorotUniform'];
  const set = settings.flatMap((setting) => ['--set', setting]);
  const command = ['bin/layerwise.mjs', 'new', 'resnet-20-cifar', ...set, '--out', path];
  await promisify(execFile)(process.execPath, command);
  const project: { readonly training: object } = JSON.parse(await readFile(path, 'utf8'));
  const images = { height: 16, width: 16, channels: 1, classes: 10, trainingImages: 320, testImages: 80 };
  const dataset = { type: 'synthetic', variant: 'patterns', noise: 1, seed: 1, ...images };
  const training = { dataset, batchSize: 16, epochs: 1, telemetryEvery: 1, learningRate: 0.02 };
  await writeFile(path, JSON.stringify({ ...project, training: { ...project.training, ...training } }));
}

function colourOf(page: Page, name: string): Promise<string> {
  return card(page, name).evaluate((element) => getComputedStyle(element).backgroundColor);
}

test('every measured quantity colours canvas, profile and heat map, at any step, and leaves the window as figures', async ({
  application,
  page,
}, info) => {
  const project = info.outputPath('residual.layerwise.json');
  await writeResidual(project);
  await answerOpenDialog(application, project);
  await page.keyboard.press('ControlOrMeta+o');
  await expect(card(page, 'add2_1')).toBeVisible();
  await button(page, 'Train').click();
  await expect(page.getByRole('contentinfo')).toContainText('Finished', { timeout: 60_000 });
  const flow = page.getByRole('tabpanel', { name: 'Gradient flow' });
  await page.getByRole('tab', { name: 'Gradient flow' }).click();
  await expect(flow).toContainText(/−?\d\.\d\d decades per 10 layers/);
  await expect(flow).toContainText('branches');

  await test.step('one switch shows each quantity, with its scale and exact numbers', async () => {
    for (const [choice, axis] of [
      [/^Gradient of weights/, 'log₁₀ ‖∂L/∂W‖'],
      [/^Update per step/, 'log₁₀ ‖ΔW‖/‖W‖'],
      [/^Spread of activations/, 'log₁₀ σ(a)'],
      [/^Dead units/, 'share of zeros, %'],
      [/^Gradient of activations/, 'log₁₀ ‖∂L/∂a‖'],
    ] as const) {
      await page.getByRole('radio', { name: choice }).click();
      await expect(page.getByRole('figure', { name: choice })).toContainText(axis);
      await expect(flow.getByRole('figure').first()).toContainText(axis);
      await card(page, 'conv1').hover();
      await expect(page.getByRole('tooltip')).toContainText(/^conv1 at step 20.*‖∂L\/∂a‖\d\.\d{3}e/);
    }
  });

  await test.step('it is scrubbed by keys and played', async () => {
    await picture(page, 'instruments-light');
    const live = await colourOf(page, 'conv1');
    const slider = page.getByRole('slider', { name: 'Shown step' });
    await slider.press('Home');
    await slider.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', 'step 2');
    await expect.poll(() => colourOf(page, 'conv1')).not.toBe(live);
    await slider.press('Space');
    await expect(button(page, 'Pause playing the steps')).toBeVisible();
    await expect(slider).not.toHaveAttribute('aria-valuetext', 'step 2');
    await button(page, 'Pause playing the steps').click();
    await button(page, 'Dark theme').click();
    await picture(page, 'instruments-dark');
  });

  await test.step('charts are exported as pictures, and their numbers as a table', async () => {
    const exported = async (choice: string, ending: string): Promise<Buffer> => {
      const path = info.outputPath(`figure.${ending}`);
      await answerSaveDialog(application, path);
      await button(page, 'Export the charts').click();
      await page.getByRole('menuitem', { name: choice }).click();
      await expect(page.getByText(`Exported to ${path}`)).toBeVisible();
      return readFile(path);
    };
    const profile = (await exported('Profile as SVG…', 'svg')).toString();
    expect(profile).toContain('gradient of activations by depth, step');
    expect(profile).toContain('decades per 10 layers');
    expect(profile).not.toMatch(/var\(|oklch|class=/);
    const map = await exported('Heat map as PNG…', 'png');
    expect(map.subarray(1, 4).toString()).toBe('PNG');
    expect(map.length).toBeGreaterThan(10_000);
    const table = (await exported('Heat map, numbers as CSV…', 'csv')).toString().trim().split('\r\n');
    expect(table).toHaveLength(21);
    expect(table[0]).toMatch(/^Step,.*conv1 ‖∂L\/∂a‖/);
    for (const cell of table[1]?.split(',') ?? []) expect(Number(cell)).toBeGreaterThan(0);
  });
});
