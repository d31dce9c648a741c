import { readFile, writeFile } from 'node:fs/promises';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { answerOpenDialog, answerSaveDialog } from '../../e2e/dialogs';

/** Milliseconds until a template that was chosen in the gallery answers to a click on a card. */
export async function openFromGallery(page: Page, name: string): Promise<number> {
  await page.getByRole('banner').getByRole('button', { name: 'Templates' }).click();
  const gallery = page.getByRole('region', { name: 'Templates' });
  await gallery.getByRole('option', { name: new RegExp(`^${name}, \\d{4}`) }).click();
  const open = gallery.getByRole('button', { name: `Open ${name}` });
  await expect(open).toBeVisible();
  return untilInteractive(page, () => open.click());
}

/** Saves the project with all its blocks open and in order. */
export async function saveWithBlocksOpen(
  page: Page,
  application: ElectronApplication,
  path: string,
): Promise<void> {
  await answerSaveDialog(application, path);
  await page.keyboard.press('Control+Shift+s');
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('"edges"');
  const project = z
    .looseObject({ blocks: z.array(z.looseObject({ collapsed: z.boolean() })) })
    .parse(JSON.parse(await readFile(path, 'utf8')));
  const open = { ...project, blocks: project.blocks.map((block) => ({ ...block, collapsed: false })) };
  await writeFile(path, JSON.stringify(open));
  // Nothing is laid out yet: what was in a block lies in a heap, whose cards can't all be clicked.
  await answerOpenDialog(application, path);
  await page.keyboard.press('Control+o');
  await expect(page.locator(firstConvolution)).toBeVisible();
  await page.waitForTimeout(1000);
  await page.keyboard.press('t');
  await page.waitForTimeout(1000);
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(1000);
}

/** Milliseconds until a project that was chosen in the Open dialog answers to a click on a card. */
export async function openFile(page: Page, application: ElectronApplication, path: string): Promise<number> {
  await answerOpenDialog(application, path);
  return untilInteractive(page, () => page.keyboard.press('Control+o'));
}

/** A large network's first convolution; LeNet-5's has a kernel of 5×5. */
const firstConvolution = '[data-layer="conv1"]:not([aria-label*="5×5"])';

/** From the last key or click until a card that LeNet-5 doesn't have is selected by a click on it. */
async function untilInteractive(page: Page, act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  await page.locator(firstConvolution).click({ timeout: 30_000 });
  await expect(page.locator(`${firstConvolution}[aria-pressed="true"]`)).toBeVisible();
  return performance.now() - start;
}

/** Opens a project with the cards of LeNet-5, so that the next card that is waited for is another's. */
export async function openLeNet5(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Templates' }).click();
  const gallery = page.getByRole('region', { name: 'Templates' });
  await gallery.getByRole('option', { name: /^LeNet-5, \d{4}/ }).click();
  await gallery.getByRole('button', { name: 'Open LeNet-5', exact: true }).click();
  await expect(page.locator(firstConvolution)).toHaveCount(0);
}
