import { listenForAnnouncements } from './announcements';
import { expect, test } from './launchApplication';
import { WindowInLanguage } from './screens/windowInLanguage';
import { button, shownStep, train } from './trainingRun';

test('a run is spoken of when something happens, and not at each step', async ({ page }) => {
  test.setTimeout(120_000);
  const heard = await listenForAnnouncements(page);
  const words = async () => (await heard()).map((announcement) => announcement.words);
  await train(page);
  expect(await words()).toContain('Training');
  const window = new WindowInLanguage(page, 'en');
  for (const tab of ['gradients', 'loss', 'diagnosis', 'costs']) {
    await window.perform(`view.dock.${tab}`);
    const before = await shownStep(page);
    await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(before + 100);
  }
  // Findings may come and go, and nothing else.
  const said = await words();
  expect(said.length, said.join('\n')).toBeLessThanOrEqual(2);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible({ timeout: 30_000 });
  expect(await words()).toContain('Stopped');
});
