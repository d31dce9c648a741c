import type { Page } from '@playwright/test';
import { languageSchema } from '../../src/language/languages';
import { expect, test } from './launchApplication';
import type { Screen } from './screens/screen';
import {
  comparedScreens,
  emptyScreens,
  keptScreens,
  mainScreens,
  pausedScreens,
} from './screens/trainedScreens';
import { untrainedScreens } from './screens/untrainedScreens';
import { walkAtSize, walkInBothThemes } from './screens/walk';
import { speak, WindowInLanguage } from './screens/windowInLanguage';
import { button, shownStep } from './trainingRun';

// Every screen keeps WCAG 2.2 AA and cuts nothing off, in both themes and languages. The walks are long, and independent.
test.describe.configure({ mode: 'parallel', timeout: 360_000 });

// Pictures of every screen are kept as it is; Playwright's recording would look through each of them once more.
test.use({ trace: 'off' });

/** In CSS px: a small laptop, and a 4K screen. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
] as const;

const languages = languageSchema.options;

const patience = { timeout: 120_000 } as const;

/** In English, where a text is looked up by itself. */
async function begin(page: Page): Promise<WindowInLanguage> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return new WindowInLanguage(page, 'en');
}

// The longest walk comes first, so that the others fill the time beside it.
test('every screen of a run, of two side by side, and of what is kept of them', async ({ page }) => {
  const found: string[] = [];
  let window = await begin(page);
  const inAll = async (screens: readonly Screen[]) => {
    for (const language of languages) {
      window = await speak(window, language);
      found.push(...(await walkInBothThemes(window, screens)));
    }
    window = await speak(window, 'en');
  };

  await test.step('a run that is paused', async () => {
    await button(page, 'Watch a gradient vanish').click();
    const finding = page.getByRole('region', { name: 'Finding', exact: true });
    await expect(finding).toBeVisible(patience);
    // Curves are to be seen.
    await expect.poll(() => shownStep(page), patience).toBeGreaterThan(40);
    await button(page, 'Pause').click();
    await inAll(pausedScreens);
    await finding.getByRole('button', { name: /shortcuts and compare$/ }).click();
  });
  await test.step('two networks side by side', async () => {
    await expect(page.getByRole('region', { name: 'Outcome', exact: true })).toBeVisible(patience);
    await expect.poll(() => shownStep(page), patience).toBeGreaterThan(40);
    await button(page, 'Stop').click();
    await expect(button(page, 'Train')).toBeVisible(patience);
    await inAll([...comparedScreens, ...keptScreens]);
  });
  await test.step('other sizes', async () => {
    for (const size of sizes) found.push(...(await walkAtSize(window, mainScreens, size)));
  });
  expect(found).toEqual([]);
});

for (const language of languages)
  test(`every screen before anything is trained: ${language}`, async ({ page }) => {
    const window = await speak(await begin(page), language);
    const found = [...(await walkInBothThemes(window, untrainedScreens))];
    await window.perform('project.new');
    found.push(...(await walkInBothThemes(window, emptyScreens)));
    expect(found).toEqual([]);
  });
