import type { Page } from '@playwright/test';
import { recordTrace } from '../bench/chromiumTrace';
import { inputCategories, latenciesIn, percentile } from '../bench/editing/inputLatency';
import { mainThreadTasks, taskCategories } from '../bench/mainThreadTasks';
import { expect, test } from './launchApplication';
import { curvePoints, train } from './trainingRun';

const seconds = 15;
/** Milliseconds of the longest task, and from pointer to paint for 95 of 100 moves. */
const bounds = { task: 50, latency: 100 } as const;

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

/** `npm run bench:charts`, on a quiet machine: on a busy one it tells of the others. */
if (process.env['LAYERWISE_BENCH'] === 'charts')
  test('the curves move while a network trains, and the window answers meanwhile', async ({
    page,
    application,
  }) => {
    await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
    await train(page);
    await expect.poll(() => curvePoints(page, 'Loss'), { timeout: 30_000 }).toBeGreaterThan(60);
    const box = await page.getByRole('figure', { name: 'Loss' }).boundingBox();
    if (box === null) throw new Error('The chart of the loss is not in view.');
    const frames = await countFrames(page);
    const recording = await recordTrace(application, [...taskCategories, ...inputCategories], async () => {
      const end = performance.now() + 1000 * seconds;
      for (let move = 0; performance.now() < end; move += 1) {
        await page.mouse.move(box.x + 60 + ((move * 7) % (box.width - 100)), box.y + box.height / 2);
        await page.waitForTimeout(40);
      }
    });
    const between = await frames();
    const tasks = mainThreadTasks(recording).map(({ elapsed }) => elapsed);
    const latencies = latenciesIn(recording);
    console.log(
      `longest task ${Math.max(...tasks).toFixed(0)} ms, over 50 ms ${tasks.filter((time) => time > 50).length};`,
      `busy ${(tasks.reduce((sum, time) => sum + time, 0) / (10 * seconds)).toFixed(0)} %;`,
      `pointer to paint ${[0.5, 0.95, 1].map((share) => percentile(latencies, share).toFixed(0))} ms of ${latencies.length};`,
      `frames ${(between.length / seconds).toFixed(0)} a second, longest ${Math.max(...between).toFixed(0)} ms`,
    );
    expect(Math.max(...tasks)).toBeLessThan(bounds.task);
    expect(percentile(latencies, 0.95)).toBeLessThan(bounds.latency);
  });
