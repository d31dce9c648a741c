import type { Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { brokenLaws } from './screens/pageLaws';
import { outOfReach } from './screens/reach';
import { byCommand, dockTab, type Screen } from './screens/screen';
import { comparedScreens, pausedScreens } from './screens/trainedScreens';
import { untrainedScreens } from './screens/untrainedScreens';
import { walkAtSize } from './screens/walk';
import { speak, WindowInLanguage } from './screens/windowInLanguage';
import { button, shownStep } from './trainingRun';

/** In CSS px: a window of 1440 × 900 at a zoom of 200 % (WCAG 1.4.4, 1.4.10). */
const zoomed = { width: 720, height: 450 } as const;

const patience = { timeout: 60_000 } as const;

async function lawsWhenZoomed(page: Page): Promise<readonly string[]> {
  return [...(await brokenLaws(page)), ...(await outOfReach(page))];
}

/** Screens of the great walk, by their names. */
function chosen(screens: readonly Screen[], ...names: readonly string[]): readonly Screen[] {
  return names.map((name) => {
    const screen = screens.find((candidate) => candidate.name === name);
    if (screen === undefined) throw new Error(`No screen is called ${name}.`);
    return screen;
  });
}

/** Open charts cover the network, and give it back when they are folded. */
const folded = byCommand('folded', 'view.dock');

/** What a small window lays out otherwise than a large one. */
const screens: readonly Screen[] = [
  ...chosen(untrainedScreens, 'building', 'start', 'gallery', 'laboratory', 'settings', 'data'),
  ...chosen(untrainedScreens, 'training-settings', 'costs', 'code'),
  folded,
  { ...byCommand('palette', 'view.layers'), close: (window) => window.perform('view.inspector') },
];

/** Where words are of other lengths in Korean. */
const screensInKorean = chosen(screens, 'building', 'gallery', 'settings', 'code', 'folded');

test('at a zoom of 200 % nothing is cut off, covered or too small to press, in both languages', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const found: string[] = [];
  let window = new WindowInLanguage(page, 'en');
  const walkIn = async (language: 'en' | 'ko', shown: readonly Screen[]) => {
    window = await speak(window, language);
    found.push(...(await walkAtSize(window, shown, zoomed, lawsWhenZoomed)));
  };
  await page.setViewportSize(zoomed);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // What the engine says while it starts stands over the network.
  await expect(page.getByRole('contentinfo')).toContainText('Ready', patience);

  await test.step('before anything is trained', async () => {
    await walkIn('en', screens);
    await walkIn('ko', screensInKorean);
    window = await speak(window, 'en');
  });
  await test.step('a run that is paused', async () => {
    await window.perform('training.example');
    const finding = page.getByRole('region', { name: 'Finding', exact: true });
    await expect(finding).toBeVisible(patience);
    await expect.poll(() => shownStep(page), patience).toBeGreaterThan(40);
    await button(page, 'Pause').click();
    const paused = [dockTab('gradients', 'gradients'), ...chosen(pausedScreens, 'loss', 'diagnosis')];
    await walkIn('en', [...chosen(pausedScreens, 'training-category'), ...paused, folded]);
    await walkIn('ko', [...paused, folded]);
    window = await speak(window, 'en');
    await finding.getByRole('button', { name: /shortcuts and compare$/ }).click();
  });
  await test.step('two networks side by side', async () => {
    const both = page.getByRole('img', { name: 'Gradient norm of the layers of both networks, by depth' });
    await expect(both).toBeVisible(patience);
    await button(page, 'Stop').click();
    await expect(button(page, 'Train')).toBeVisible(patience);
    await walkIn('en', comparedScreens);
    await walkIn('ko', comparedScreens);
  });
  expect(found).toEqual([]);
});
