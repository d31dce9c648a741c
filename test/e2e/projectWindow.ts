import { existsSync } from 'node:fs';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { answerSaveDialog } from './dialogs';
import { card, cards } from './networkCanvas';

/** Types a new number of filters into the inspector of conv1. */
export async function setFilters(page: Page, filters: string): Promise<void> {
  await card(page, 'conv1').click();
  await page.getByRole('textbox', { name: 'Filters' }).fill(filters);
  await page.getByRole('textbox', { name: 'Filters' }).press('Enter');
}

/** Saves under a name of its own, and waits until that is done. */
export async function saveAs(application: ElectronApplication, page: Page, path: string): Promise<void> {
  // Keys that are pressed before the window is drawn go nowhere.
  await expect(cards(page).first()).toBeVisible();
  await answerSaveDialog(application, path);
  await page.keyboard.press('Control+Shift+s');
  await expect.poll(() => existsSync(path)).toBe(true);
  await expect(page.getByRole('img', { name: 'Unsaved changes' })).toBeHidden();
}

export function title(application: ElectronApplication): Promise<string | undefined> {
  return application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
}

export function closeWindow(application: ElectronApplication): Promise<void> {
  return application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}
