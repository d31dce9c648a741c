import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerOpenDialog } from '../../e2e/dialogs';
import { expect } from '../../e2e/launchApplication';
import { button, shownStep } from '../../e2e/trainingRun';
import { recordTrace } from '../chromiumTrace';
import { middleOf, type Point } from '../editing/hand';
import { inputCategories, latenciesIn } from '../editing/inputLatency';
import { type MainThreadTask, mainThreadTasks, taskCategories } from '../mainThreadTasks';
import { type MemorySample, sampleMemory } from './memory';
import type { SoakFigures } from './soakFigures';
import type { SoakNetwork } from './soakNetworks';

interface Phase {
  readonly page: Page;
  readonly application: ElectronApplication;
  readonly folder: string;
  readonly network: SoakNetwork;
  readonly minutes: number;
}

/** A folder to keep the recordings in, with what each task did: to look at in chrome://tracing. */
const keptTraces = process.env['LAYERWISE_SOAK_TRACES'];
const detailedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Seconds of one recording: memory is measured between two. */
const longestRecording = 20;

/** Opens a network, trains it for a while with its charts in view and a hand that clicks, and stops it. */
export async function soakPhase({
  page,
  application,
  folder,
  network,
  minutes,
}: Phase): Promise<SoakFigures> {
  const path = join(folder, `soak-${network.layers}.layerwise`);
  await writeFile(path, network.text);
  await answerOpenDialog(application, path);
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('heading', { name: network.name })).toBeVisible();
  await expect(button(page, 'Train')).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(1500);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');

  const tasks: MainThreadTask[] = [];
  const latencies: number[] = [];
  const memory: MemorySample[] = [];
  const record = async (act: () => Promise<void>): Promise<void> => {
    const recording = await recordTrace(
      application,
      [...taskCategories, ...inputCategories, ...(keptTraces === undefined ? [] : detailedCategories)],
      act,
    );
    if (keptTraces !== undefined)
      await writeFile(join(keptTraces, `${network.layers}-${recordings++}.json`), recording);
    tasks.push(...mainThreadTasks(recording));
    latencies.push(...latenciesIn(recording));
  };

  let recordings = 0;
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  await record(async () => {
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(4000);
  });
  await expect(button(page, 'Pause')).toBeEnabled({ timeout: 60_000 });
  const places = await clickedPlaces(page);
  while (seconds() < minutes * 60 - 1) {
    const until = Math.min(minutes * 60, seconds() + longestRecording);
    await record(async () => {
      for (let turn = 0; turn === 0 || seconds() < until; turn += 1)
        for (const { x, y } of places) {
          await page.mouse.click(x, y);
          await page.waitForTimeout(700);
        }
    });
    memory.push(await sampleMemory(application, session, seconds()));
  }
  await session.detach();
  await button(page, 'Pause').click();
  await expect(button(page, 'Resume')).toBeEnabled({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'Gradient flow' }).click();
  const steps = await shownStep(page);
  const measuredSteps = await shownMeasurements(page);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible({ timeout: 20_000 });
  return {
    network: network.name,
    layers: network.layers,
    minutes: seconds() / 60,
    steps,
    measuredSteps,
    tasks: tasks.length,
    longest: {
      elapsed: tasks.reduce((longest, { elapsed }) => Math.max(longest, elapsed), 0),
      processor: tasks.reduce((longest, { processor }) => Math.max(longest, processor), 0),
    },
    overFifty: tasks.filter(({ elapsed }) => elapsed >= 50).length,
    latencies,
    memory,
  };
}

/** Where a hand clicks in turn: cards and the dock's tabs. Found beforehand, as looking is work for the page. */
async function clickedPlaces(page: Page): Promise<readonly Point[]> {
  const tab = (name: string) => middleOf(page.getByRole('tab', { name }));
  const cards = page.locator('[data-layer]');
  const canvas = await page.getByRole('region', { name: 'Network' }).boundingBox();
  const inView: Point[] = [];
  for (let index = 0; index < (await cards.count()) && inView.length < 2; index += 3) {
    const place = await middleOf(cards.nth(index));
    if (
      canvas !== null &&
      place.x > canvas.x + 60 &&
      place.y > canvas.y + 60 &&
      place.x < canvas.x + canvas.width - 200 &&
      place.y < canvas.y + canvas.height - 100
    )
      inView.push(place);
  }
  const [first, second] = inView;
  if (first === undefined || second === undefined) throw new Error('No two cards are in view.');
  const [loss, gradients, costs] = [
    await tab('Loss & accuracy'),
    await tab('Gradient flow'),
    await tab('Layers & cost'),
  ];
  return [loss, first, second, gradients, first, second, costs, first, second];
}

/** How many measured steps the chart over time says that it has. */
async function shownMeasurements(page: Page): Promise<number> {
  const text = await page.getByRole('figure', { name: 'Over time' }).textContent();
  return Number(text?.match(/([\d,]+) measured steps?/)?.[1]?.replaceAll(',', '') ?? Number.NaN);
}
