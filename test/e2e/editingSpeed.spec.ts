import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { inputLatencies, percentile } from '../bench/editing/inputLatency';
import { building, type Interaction, moving } from '../bench/editing/interactions';
import { branchingNetwork, projectText, residualNetwork } from '../bench/editing/largeNetworks';
import { closeProject, openFile, openFromGallery, saveWithBlocksOpen } from '../bench/editing/openedTemplate';
import { answerOpenDialog } from './dialogs';
import { expect, test } from './launchApplication';

/** `npm run bench:editing`: everything, on a quiet machine, with figures to read. */
const thorough = process.env['LAYERWISE_BENCH'] === 'editing';
/** Milliseconds from input to paint that 95 of 100 inputs stay below: the aim, and what a busy test machine must hold. */
const bound = thorough ? 50 : 250;

const networks = thorough
  ? [branchingNetwork(), residualNetwork(), { ...residualNetwork(80), name: 'Small network, to compare' }]
  : [branchingNetwork()];

for (const network of networks)
  test(`editing stays fluid: ${network.name} of ${network.nodes.length} layers`, async ({
    page,
    application,
    folder,
  }) => {
    test.setTimeout(300_000);
    const path = join(folder, 'large.layerwise');
    await writeFile(path, projectText(network));
    await answerOpenDialog(application, path);
    await expect(page.getByRole('contentinfo')).toContainText(/TensorFlow/, { timeout: 30_000 });
    await page.keyboard.press('Control+o');
    await expect(page.getByRole('heading', { name: network.name })).toBeVisible();
    await page.waitForTimeout(1500);

    const readable = await measure(page, application, 'readable', chosen([...building, ...moving]));
    await page.keyboard.press('Shift+Digit1');
    await page.waitForTimeout(1500);
    const whole = await measure(page, application, 'whole', chosen(moving));

    const latencies = [...readable, ...whole];
    report('all', network.name, latencies);
    expect(latencies.length).toBeGreaterThan(100);
    expect(percentile(latencies, 0.95)).toBeLessThan(bound);
  });

/** Networks whose opening is timed, and whether every layer of them is seen while the view moves. */
const templates = thorough ? ['ResNet-152', 'Inception v3'] : [];
/** Milliseconds until an opened network is interactive. */
const openingBound = 1000;
/** Milliseconds from an input that moves the view to the frame with its effect, none of which may be longer. */
const longestFrame = 100;

for (const name of templates)
  test(`${name} opens promptly, and its view moves without a long frame while all its blocks are open`, async ({
    page,
    application,
    folder,
  }) => {
    test.setTimeout(300_000);
    await expect(page.getByRole('contentinfo')).toContainText(/TensorFlow/, { timeout: 30_000 });
    const path = join(folder, 'open.layerwise');
    const gallery = await openFromGallery(page, name);
    await saveWithBlocksOpen(page, application, path);
    const opened: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      if (time > 0) await closeProject(page);
      opened.push(await openFile(page, application, path));
    }
    console.log(
      name,
      `from the gallery ${gallery.toFixed(0)} ms, all blocks open`,
      opened.map(Math.round),
      'ms',
    );
    await page.keyboard.press('Shift+Digit1');
    await page.waitForTimeout(1500);
    const panning = moving.filter(({ name: interaction }) => interaction.startsWith('Move the view'));
    const latencies = await measure(page, application, name, panning);
    report('all', `${name}, panning`, latencies);
    expect(Math.max(...opened, gallery)).toBeLessThan(openingBound);
    expect(Math.max(...latencies)).toBeLessThan(longestFrame);
  });

/** In a test, what has most to do with the number of layers. */
function chosen(interactions: readonly Interaction[]): readonly Interaction[] {
  const quick = ['Type the height of the images', 'Add layers by a key', 'Undo and redo', 'Drag a card'];
  return thorough
    ? interactions
    : interactions.filter(({ name }) => quick.includes(name) || name.includes('wheel'));
}

async function measure(
  page: Page,
  application: ElectronApplication,
  view: string,
  interactions: readonly Interaction[],
): Promise<readonly number[]> {
  const all: number[] = [];
  for (const { name, prepare, act, check } of interactions) {
    await prepare?.(page);
    await page.waitForTimeout(600);
    const latencies = await inputLatencies(application, async () => {
      await act(page);
      await page.waitForTimeout(150);
    });
    await check(page);
    report(view, name, latencies);
    all.push(...latencies);
  }
  return all;
}

/** One line for people: median, 95th percentile and longest time from input to paint in ms. */
function report(view: string, name: string, latencies: readonly number[]): void {
  const figures = [0.5, 0.95, 1].map((share) => percentile(latencies, share).toFixed(0).padStart(6));
  console.log(view.padEnd(9), name.padEnd(42), String(latencies.length).padStart(4), ...figures);
}
