import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { train } from './trainingRun';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const views = ['Templates', 'Laboratory', 'Runs', 'Use what was trained', 'Settings'] as const;
const tabs = ['Loss & accuracy', 'Gradient flow', 'Diagnosis', 'Compare', 'Layers & cost', 'Code'] as const;

/** What axe finds against WCAG, a line for each element. */
async function violations(page: Page, view: string): Promise<readonly string[]> {
  // Electron gives the page no second one, in which axe would put its parts together.
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${view}: ${id} at ${target.join(' ')} ${html.slice(0, 120)}`),
  );
}

test('no view breaks a rule of WCAG 2.2 AA that a program can find, in either theme', async ({ page }) => {
  test.setTimeout(180_000);
  const found: string[] = [];
  const look = async (view: string) => {
    // Colours that are still changing into others have any contrast.
    await page.waitForTimeout(120);
    found.push(...(await violations(page, view)));
  };
  await train(page);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.locator('[data-layer]').nth(1).click();
    for (const tab of tabs) {
      await page.getByRole('tab', { name: tab }).click();
      await look(`${theme}, ${tab}`);
    }
    for (const view of views) {
      const button = page.getByRole('navigation').getByRole('button', { name: view, exact: true });
      await button.click();
      await look(`${theme}, ${view}`);
      await button.click();
    }
  }
  expect(found).toEqual([]);
});
