import type { Page } from '@playwright/test';
import { mainThreadTasks, taskCategories } from '../bench/charts/mainThreadTasks';
import { recordTrace } from '../bench/chromiumTrace';
import { inputCategories, latenciesIn, percentile } from '../bench/editing/inputLatency';
import { expect, test } from './launchApplication';
import { curvePoints, train } from './trainingRun';

/** `npm run bench:charts`: longer, on a quiet machine, with figures to read. */
const thorough = process.env['LAYERWISE_BENCH'] === 'charts';
const seconds = thorough ? 15 : 2;

/** Milliseconds between two frames of the page, until `frames` is read. */
async function countFrames(page: Page): Promise<() => Promise<readonly number[]>> {
  const times = await page.evaluateHandle(() => {
    const kept: number[] = [];
    const next = (now: number): void => {
      kept.push(now);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return kept;
  });
  return async () => {
    const kept = await times.jsonValue();
    return kept.slice(1).map((time, place) => time - (kept[place] ?? time));
  };
}

test('the curves move while a network trains, and the window answers meanwhile', async ({
  page,
  application,
}) => {
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  await train(page);
  await expect.poll(() => curvePoints(page, 'Loss'), { timeout: 30_000 }).toBeGreaterThan(60);
  const box = await page.getByRole('figure', { name: 'Loss' }).boundingBox();
  if (box === null) throw new Error('The chart of the loss is not in view.');
  const frames = thorough ? await countFrames(page) : null;
  const recording = await recordTrace(application, [...taskCategories, ...inputCategories], async () => {
    const end = performance.now() + 1000 * seconds;
    for (let move = 0; performance.now() < end; move += 1) {
      await page.mouse.move(box.x + 60 + ((move * 7) % (box.width - 100)), box.y + box.height / 2);
      await page.waitForTimeout(40);
    }
  });
  const tasks = mainThreadTasks(recording);
  const latencies = latenciesIn(recording);
  const between = (await frames?.()) ?? [];
  console.log(
    `longest task ${Math.max(...tasks).toFixed(0)} ms, over 50 ms ${tasks.filter((time) => time > 50).length};`,
    `busy ${(tasks.reduce((sum, time) => sum + time, 0) / (10 * seconds)).toFixed(0)} %;`,
    `pointer to paint ${[0.5, 0.95, 1].map((share) => percentile(latencies, share).toFixed(0))} ms of ${latencies.length};`,
    `frames ${(between.length / seconds).toFixed(0)} a second, longest ${Math.max(0, ...between).toFixed(0)} ms`,
  );
  expect(tasks.length).toBeGreaterThan(100);
  expect(Math.max(...tasks)).toBeLessThan(thorough ? 50 : 250);
  expect(percentile(latencies, 0.95)).toBeLessThan(thorough ? 100 : 400);
});
