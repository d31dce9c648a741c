import { expect, type Page } from '@playwright/test';
import { cards } from './networkCanvas';

/** Starts an empty network from the project menu. */
export async function openEmptyNetwork(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Project menu' }).click();
  await page.getByRole('menuitem', { name: 'Empty network' }).click();
  await expect(cards(page)).toHaveCount(0);
}
