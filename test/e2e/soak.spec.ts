import { writeFile } from 'node:fs/promises';
import { growthOf, lines, type SoakFigures } from '../bench/soak/soakFigures';
import { manyLayers, manySteps } from '../bench/soak/soakNetworks';
import { soakPhase } from '../bench/soak/soakPhase';
import { expect, test } from './launchApplication';

/** `npm run soak`: so many minutes in all, of which phases of 10 minutes alternate. */
const minutes = Number(process.env['LAYERWISE_SOAK'] ?? 0.33);
const phases = Math.max(2, Math.round(minutes / 10));
const thorough = process.env['LAYERWISE_SOAK'] !== undefined;

/** Milliseconds that no task of the page's main thread may take: the aim, and what a busy test machine must hold. */
const longestTask = thorough ? 50 : 100;

// Playwright's own recording looks through the page with each action, which is work for the thread that is measured.
test.use({ trace: 'off' });

test('the window stays prompt, loses nothing and does not grow while it trains', async ({
  page,
  application,
  folder,
}) => {
  test.setTimeout((minutes + 5) * 60_000);
  await expect(page.getByRole('contentinfo')).toContainText(/TensorFlow/, { timeout: 30_000 });
  const all: SoakFigures[] = [];
  for (let phase = 0; phase < phases; phase += 1) {
    const length = minutes / phases;
    const network = phase % 2 === 0 ? await manySteps(length) : manyLayers(length);
    const figures = await soakPhase({ page, application, folder, network, minutes: length });
    console.log(lines([figures]).join('\n'));
    all.push(figures);
    expect(figures.measuredSteps, 'steps that the window has, of those that the engine took').toBe(
      figures.steps,
    );
  }
  const growth = growthOf(all);
  const report = process.env['LAYERWISE_SOAK_REPORT'];
  if (report !== undefined) await writeFile(report, JSON.stringify({ minutes, phases: all, growth }));
  for (const { longest } of all) {
    expect(longest.processor, 'longest task of the main thread, in ms of the processor').toBeLessThan(
      longestTask,
    );
    if (thorough) expect(longest.elapsed, 'longest task of the main thread, in ms').toBeLessThan(longestTask);
  }
  if (thorough)
    for (const { what, perHour, bound } of growth) expect(perHour, `growth of ${what}`).toBeLessThan(bound);
});
