import { expect, type Locator, type Page } from '@playwright/test';

const strip = '[role="tab"][id^="project-tab-"]';

/** The tab of a project in the strip above the network, by its whole name. */
export function tab(page: Page, name: string): Locator {
  return page.locator(strip).and(page.getByRole('tab', { name, exact: true }));
}

/** What the tabs are called, marks of what is not saved or trains among it. */
export function tabNames(page: Page): Promise<string[]> {
  return page.locator(strip).evaluateAll((all) => all.map((each) => each.ariaLabel ?? ''));
}

/** Opens a template, and waits until its tab is there. */
export async function openTab(page: Page, template: string): Promise<void> {
  await page.keyboard.press('Control+Shift+n');
  await page.getByRole('option', { name: new RegExp(`^${template}, \\d{4}`) }).click();
  await page.getByRole('button', { name: `Open ${template}` }).click();
  await expect(tab(page, template)).toBeVisible();
}
