import { expect, type Locator, type Page } from '@playwright/test';

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** The step that the status bar shows: 51 for "Step 51 of 4,690", and 0 without a run. */
export async function shownStep(page: Page): Promise<number> {
  const text = await page.getByRole('contentinfo').textContent();
  return Number(text?.match(/Step\s*([\d,]+)/)?.[1]?.replaceAll(',', '') ?? 0);
}

/** Starts a run and waits until it is under way. */
export async function train(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled({ timeout: 60_000 });
  await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(30);
}

/** The line of a chart on the Loss & accuracy tab, as path data. */
export function curve(page: Page, name: string): Promise<string | null> {
  return page.getByRole('figure', { name }).locator('[data-curve]').getAttribute('d');
}

/** How many points that line has. */
export async function curvePoints(page: Page, name: string): Promise<number> {
  return (await curve(page, name))?.match(/[MLC]/g)?.length ?? 0;
}

/** The validation accuracy that the status bar shows, in %; 0 before the first epoch's end. */
export async function validationAccuracy(page: Page): Promise<number> {
  const text = await page.getByRole('contentinfo').textContent();
  return Number(text?.match(/Validation\s*([\d.]+)\s*%/)?.[1] ?? 0);
}

/** Starts a run and waits until the validation accuracy is past `percent`. */
export async function trainPast(page: Page, percent: number): Promise<void> {
  await button(page, 'Train').click();
  await expect(button(page, 'Pause')).toBeEnabled({ timeout: 60_000 });
  await expect.poll(() => validationAccuracy(page), { timeout: 180_000 }).toBeGreaterThan(percent);
}
