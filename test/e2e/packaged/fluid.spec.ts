import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { inputCategories, latenciesIn, percentile } from '../../bench/editing/inputLatency';
import { taskCategories } from '../../bench/mainThreadTasks';
import type { MemorySample } from '../../bench/soak/memory';
import { growthOf } from '../../bench/soak/soakFigures';
import { shareOfOthers } from '../../bench/window/otherPrograms';
import { samplePackage } from '../../bench/window/packageMemory';
import { recordPackage } from '../../bench/window/packageTrace';
import { firstStartTimes, laterStartTimes, type StartTimes } from '../../bench/window/startTimes';
import { trainingInputs } from '../../bench/window/trainingInputs';
import { lenet5, resnet110, type WatchedNetwork } from '../../bench/window/watchedNetworks';
import { train } from '../trainingRun';
import { startPackage } from './launchPackage';

/** `npm run bench:window`: so many turns and minutes, and where the figures go. Otherwise a short form for any machine. */
const turns = Number(process.env['LAYERWISE_WINDOW_TURNS'] ?? 1);
const minutes = Number(process.env['LAYERWISE_WINDOW_MINUTES'] ?? 0);
const report = process.env['LAYERWISE_WINDOW_REPORT'];
const thorough = report !== undefined;

/** Milliseconds that a start may take on a test machine that does other things too; the aim is told by the report. */
const slowestStart = 8000;

// Playwright's pictures of the page with each action are work for the page that is measured.
test.use({ trace: 'off' });

test('the packaged window starts, and answers a click at once', async () => {
  test.setTimeout(60_000 + turns * 60_000);
  const first: StartTimes[] = [];
  if (thorough) for (let turn = 0; turn < turns; turn += 1) first.push(await firstStartTimes());
  const later = await laterStartTimes(turns);
  for (const [name, times] of Object.entries({ first, later }))
    for (const one of times) console.log(name, one);
  await tell('starts', { first, later });
  expect(Math.min(...later.map(({ interactive }) => interactive))).toBeLessThan(slowestStart);
});

if (thorough)
  test('it answers promptly while ResNet-110 trains', () =>
    withNetwork(resnet110, async (page, browser) => {
      test.setTimeout(600_000);
      const resting = await measureInputs(page, browser, 'at rest');
      await train(page);
      await page.getByRole('tab', { name: 'Gradient flow' }).click();
      let training: Awaited<ReturnType<typeof measureInputs>> = [];
      const others = await shareOfOthers(browser, async () => {
        training = await measureInputs(page, browser, 'training');
      });
      console.log(`Other programs took ${(100 * others).toFixed(0)} % of the processor meanwhile.`);
      await tell('inputs', { resting, training, others });
      expect(training.flatMap(({ latencies }) => latencies).length).toBeGreaterThan(200);
    }));

if (minutes > 0)
  test('it does not grow while LeNet-5 trains', () =>
    withNetwork(lenet5, async (page, browser) => {
      test.setTimeout((minutes + 3) * 60_000);
      await train(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const memory: MemorySample[] = [];
      const began = performance.now();
      const seconds = () => (performance.now() - began) / 1000;
      const tabs = ['Loss & accuracy', 'Gradient flow', 'Layers & cost'];
      while (seconds() < minutes * 60) {
        // A visit to each tab, so that what is left behind by one that is closed is seen.
        for (const name of tabs) {
          await page.getByRole('tab', { name }).click();
          await page.waitForTimeout(1500);
        }
        memory.push(await samplePackage(browser, session, seconds()));
      }
      await tell('memory', { samples: memory, growth: growthOf([{ network: 'LeNet-5', minutes, memory }]) });
    }));

/** Milliseconds from input to paint, for each kind of input; Chromium's recordings stay beside the test's results. */
async function measureInputs(page: Page, browser: Browser, when: string) {
  const kinds: { readonly name: string; readonly latencies: readonly number[] }[] = [];
  const folder = join(test.info().outputDir, `chromium, ${when}`);
  await mkdir(folder, { recursive: true });
  for (const { name, prepare, act, check } of trainingInputs) {
    await prepare?.(page);
    await page.waitForTimeout(600);
    const recording = await recordPackage(browser, [...inputCategories, ...taskCategories], async () => {
      await act(page);
      await page.waitForTimeout(250);
    });
    await check(page);
    await writeFile(join(folder, `${name.toLowerCase().replaceAll(' ', '-')}.json`), recording);
    kinds.push({ name, latencies: latenciesIn(recording) });
  }
  for (const { name, latencies } of [
    ...kinds,
    { name: 'all', latencies: kinds.flatMap((kind) => kind.latencies) },
  ])
    console.log(
      when,
      name.padEnd(42),
      String(latencies.length).padStart(4),
      ...[0.5, 0.95, 1].map((share) => percentile(latencies, share).toFixed(0).padStart(5)),
    );
  return kinds;
}

/** Opens a network in the package, and records what Playwright does meanwhile beside the test's results. */
async function withNetwork(
  write: (folder: string) => Promise<WatchedNetwork>,
  use: (page: Page, browser: Browser) => Promise<void>,
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'layerwise-fluid-'));
  const network = await write(home);
  try {
    await startPackage({ home, files: [network.file] }, async ({ page, browser }) => {
      await page.context().tracing.start({ screenshots: false, snapshots: false });
      await expect(page.getByRole('heading', { name: network.name })).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('contentinfo')).toContainText(/TensorFlow/, { timeout: 30_000 });
      await page.keyboard.press('t');
      await page.waitForTimeout(2000);
      await use(page, browser);
      await page.context().tracing.stop({ path: join(test.info().outputDir, 'playwright-trace.zip') });
    });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** For `npm run bench:window`, one file for each of what is measured. */
async function tell(what: string, figures: unknown): Promise<void> {
  if (report !== undefined) await writeFile(join(report, `${what}.json`), JSON.stringify(figures));
}
