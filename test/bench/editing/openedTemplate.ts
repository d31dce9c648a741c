import { readFile, writeFile } from 'node:fs/promises';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { answerOpenDialog } from '../../e2e/dialogs';
import { saveAs } from '../../e2e/projectWindow';

/** Milliseconds until a template that was chosen in the gallery answers to a click on a card. */
export async function openFromGallery(page: Page, name: string): Promise<number> {
  await page.getByRole('banner').getByRole('button', { name: 'Templates' }).click();
  const gallery = page.getByRole('region', { name: 'Templates' });
  await gallery.getByRole('option', { name: new RegExp(`^${name}, \\d{4}`) }).click();
  const open = gallery.getByRole('button', { name: `Open ${name}` });
  await expect(open).toBeVisible();
  return untilInteractive(page, () => open.click());
}

/** Saves the project that is open to a file with all its blocks open and in order, and closes it. */
export async function saveWithBlocksOpen(
  page: Page,
  application: ElectronApplication,
  path: string,
): Promise<void> {
  // A file of its own: one that is open already is not read again.
  const asOpened = `${path}.as-opened.layerwise`;
  await saveAs(application, page, asOpened);
  const { blocks, ...project } = projectSchema.parse(JSON.parse(await readFile(asOpened, 'utf8')));
  const open = { ...project, blocks: blocks.map((block) => ({ ...block, collapsed: false })) };
  await writeFile(path, JSON.stringify(open));
  await closeProject(page);
  // Nothing is laid out yet: what was in a block lies in a heap, whose cards can't all be clicked.
  await answerOpenDialog(application, path);
  await page.keyboard.press('Control+o');
  await expect(page.locator(firstConvolution)).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: /^Undo: Tidy/ })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFile(path, 'utf8')).not.toBe(JSON.stringify(open));
  await expect(page.getByRole('img', { name: 'Unsaved changes' })).toBeHidden();
  await closeProject(page);
}

const projectSchema = z.looseObject({ blocks: z.array(z.looseObject({ collapsed: z.boolean() })) });

/** Closes the only tab, in whose place the start screen comes. */
export async function closeProject(page: Page): Promise<void> {
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('region', { name: 'Start', exact: true })).toBeVisible();
  await expect(page.locator('[data-layer]')).toHaveCount(0);
}

/** Milliseconds until a project that was chosen in the Open dialog answers to a click on a card. */
export async function openFile(page: Page, application: ElectronApplication, path: string): Promise<number> {
  await answerOpenDialog(application, path);
  return untilInteractive(page, () => page.keyboard.press('Control+o'));
}

/** A large network's first convolution; LeNet-5's, which a window may begin with, has a kernel of 5×5. */
const firstConvolution = '[data-layer="conv1"]:not([aria-label*="5×5"])';

/** From the last key or click until a card is selected by a click on it. */
async function untilInteractive(page: Page, act: () => Promise<void>): Promise<number> {
  await expect(page.locator(firstConvolution)).toHaveCount(0);
  const start = performance.now();
  await act();
  await page.locator(firstConvolution).click({ timeout: 30_000 });
  await expect(page.locator(`${firstConvolution}[aria-pressed="true"]`)).toBeVisible();
  return performance.now() - start;
}
