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

/** In CSS px: a small laptop, and a 4K screen. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
] as const;

const patience = { timeout: 60_000 } as const;

test('every screen keeps WCAG 2.2 AA and cuts nothing off, in both themes and languages', async ({
  page,
}) => {
  test.setTimeout(360_000);
  const found: string[] = [];
  let window = new WindowInLanguage(page, 'en');
  const inBoth = async (screens: readonly Screen[]) => {
    for (const language of ['en', 'ko'] as const) {
      window = await speak(window, language);
      found.push(...(await walkInBothThemes(window, screens)));
    }
    window = await speak(window, 'en');
  };
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });

  await test.step('before anything is trained', () => inBoth(untrainedScreens));
  await test.step('an empty canvas', async () => {
    await window.perform('project.new');
    await inBoth(emptyScreens);
  });
  await test.step('a run that is paused', async () => {
    await button(page, 'Watch a gradient vanish').click();
    const finding = page.getByRole('region', { name: 'Finding', exact: true });
    await expect(finding).toBeVisible(patience);
    // Curves are to be seen.
    await expect.poll(() => shownStep(page), patience).toBeGreaterThan(40);
    await button(page, 'Pause').click();
    await inBoth(pausedScreens);
    await finding.getByRole('button', { name: /shortcuts and compare$/ }).click();
  });
  await test.step('two networks side by side', async () => {
    await expect(page.getByRole('region', { name: 'Outcome', exact: true })).toBeVisible(patience);
    await expect.poll(() => shownStep(page), patience).toBeGreaterThan(40);
    await button(page, 'Stop').click();
    await expect(button(page, 'Train')).toBeVisible(patience);
    await inBoth([...comparedScreens, ...keptScreens]);
  });
  await test.step('other sizes', async () => {
    for (const size of sizes) found.push(...(await walkAtSize(window, mainScreens, size)));
  });
  expect(found).toEqual([]);
});
