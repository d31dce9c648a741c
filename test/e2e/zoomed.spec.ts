import type { Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { chosen, inView, overlays, probe, term } from './screens/askedScreens';
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
/** One of 1024 × 680. */
const zoomedSmall = { width: 512, height: 340 } as const;

const patience = { timeout: 60_000 } as const;

async function lawsWhenZoomed(page: Page): Promise<readonly string[]> {
  return [...(await brokenLaws(page)), ...(await outOfReach(page))];
}

/** Open charts cover the network, and give it back when they are folded. */
const folded = byCommand('folded', 'view.dock');

/** What a small window lays out otherwise than a large one. */
const screens: readonly Screen[] = [
  ...chosen(untrainedScreens, 'building').map(inView),
  ...chosen(untrainedScreens, 'start', 'gallery', 'laboratory', 'settings', 'data'),
  ...chosen(untrainedScreens, 'training-settings', 'costs', 'code'),
  folded,
  { ...byCommand('palette', 'view.layers'), close: (window) => window.perform('view.inspector') },
  ...overlays,
  term,
];

/** Where words are of other lengths in Korean. */
const screensInKorean = chosen(
  screens,
  ...['building', 'gallery', 'settings', 'code', 'folded', 'fault', 'export-menu', 'report', 'term'],
);

test('at a zoom of 200 % nothing is cut off, covered or too small to press, in both languages', async ({
  page,
}) => {
  test.setTimeout(300_000);
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
    await walkIn('en', [probe, folded]);
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

test('of the narrowest window, too, all can be reached and read', async ({ page }) => {
  test.setTimeout(240_000);
  const found: string[] = [];
  let window = new WindowInLanguage(page, 'en');
  await page.setViewportSize(zoomedSmall);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.getByRole('contentinfo')).toContainText('Ready', patience);
  await window.perform('view.inspector');
  const panels = (['layers', 'inspector'] as const).map(
    (panel): Screen => ({
      ...byCommand(panel, `view.${panel}`),
      close: (shown) => shown.perform(`view.${panel}`),
    }),
  );
  const all = [...screens.filter(({ name }) => name !== 'palette' && name !== 'term'), ...panels];
  for (const [language, shown] of [
    ['en', all],
    ['ko', [...chosen(screensInKorean, 'building', 'settings', 'fault', 'export-menu', 'report'), ...panels]],
    ['en', [probe, folded, ...panels]],
  ] as const) {
    window = await speak(window, language);
    found.push(...(await walkAtSize(window, shown, zoomedSmall, lawsWhenZoomed)));
  }
  expect(found).toEqual([]);
});

test('in lecture mode nothing covers the network’s controls, whichever panels are open', async ({ page }) => {
  test.setTimeout(120_000);
  const found: string[] = [];
  let window = new WindowInLanguage(page, 'en');
  const size = { width: 1440, height: 900 } as const;
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(page.getByRole('contentinfo')).toContainText('Ready', patience);
  await window.perform('view.lectureMode');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width / 1.25);
  const shown: readonly Screen[] = [
    { name: 'lecture', open: async () => {} },
    byCommand('lecture-palette', 'view.inspector'),
    byCommand('lecture-alone', 'view.layers'),
    byCommand('lecture-inspector', 'view.inspector'),
    { ...probe, name: 'lecture-probe', close: (beside) => beside.perform('view.layers') },
  ];
  for (const language of ['en', 'ko'] as const) {
    window = await speak(window, language);
    found.push(...(await walkAtSize(window, shown, size, lawsWhenZoomed)));
  }
  expect(found).toEqual([]);
});
