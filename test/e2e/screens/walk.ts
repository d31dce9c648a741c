import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { brokenLaws } from './pageLaws';
import type { Screen } from './screen';
import type { WindowInLanguage } from './windowInLanguage';

/** The pictures are looked at, beside those of the design, and `npm run screenshots` chooses among them. */
const pictures = fileURLToPath(new URL('../../../test-results/screens', import.meta.url));

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is another matter in another theme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What lies over the rest. */
const over = 'dialog[open], [role="dialog"], [role="menu"]';

/** What axe finds against WCAG in what can be reached, a line for each element. */
async function violations(page: Page, which: 'all' | 'of colour'): Promise<readonly string[]> {
  // Axe itself is more than a megabyte of program: a page gets it once.
  const there = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder(there ? { page, axeSource: ';' } : { page })
    // Electron gives the page no second one, in which axe would put its parts together.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .exclude('[inert]');
  if (which === 'all') axe.withTags(rules);
  else axe.withRules(rulesOfColour);
  if ((await page.locator(over).count()) > 0) axe.include(over);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} at ${target.join(' ')} ${html.slice(0, 120)}`),
  );
}

/** Shows each screen in turn, and goes back to the network behind it. */
async function walk(
  window: WindowInLanguage,
  screens: readonly Screen[],
  look: (name: string) => Promise<void>,
): Promise<void> {
  for (const { name, open, close } of screens) {
    await open(window);
    await look(name);
    await window.leave();
    await close?.(window);
  }
}

/** Keeps a picture of each screen in both themes. Returns what is found wrong with them. */
export async function walkInBothThemes(
  window: WindowInLanguage,
  screens: readonly Screen[],
): Promise<readonly string[]> {
  const { page, language } = window;
  const found: string[] = [];
  await walk(window, screens, async (name) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      const screen = `${name}-${colorScheme}-${language}`;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: `${pictures}/${screen}.png` });
      // What a program can find is the same in all languages, and but for colours in both themes.
      if (language === 'en')
        found.push(...named(screen, await violations(page, colorScheme === 'dark' ? 'all' : 'of colour')));
    }
    found.push(...named(`${name}-${language}`, await brokenLaws(page)));
  });
  return found;
}

/** The same in a window of another size, in CSS px: for whoever has a small screen, a large one, or enlarges the page. */
export async function walkAtSize(
  window: WindowInLanguage,
  screens: readonly Screen[],
  size: { readonly width: number; readonly height: number },
  lawsOf: (page: Page) => Promise<readonly string[]> = brokenLaws,
): Promise<readonly string[]> {
  const { page, language } = window;
  const found: string[] = [];
  await page.setViewportSize(size);
  await walk(window, screens, async (name) => {
    const screen = `${name}-${size.width}-${language}`;
    await page.screenshot({ path: `${pictures}/${screen}.png` });
    found.push(...named(screen, await lawsOf(page)));
  });
  return found;
}

function named(screen: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${screen}: ${line}`);
}
