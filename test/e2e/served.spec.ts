import { readFile } from 'node:fs/promises';
import { engineOf } from '../server/engineOf';
import { drawLeNet5 } from './drawLeNet5';
import { card, cards, describeCards, describeDrawnCards } from './networkCanvas';
import { picture } from './pictures';
import { openEmptyNetwork } from './projectMenu';
import { expect, serve, test } from './servedPage';
import { button, curvePoints, shownStep, train, trainPast } from './trainingRun';

test('a browser opens the printed address, trains, and sees the run go on through a reload and a cut', async ({
  page,
  served,
  wire,
  complaints,
}) => {
  await expect(page).toHaveURL(`http://127.0.0.1:${served.port}/`);
  await expect(page).toHaveTitle('LeNet-5 – Layerwise');
  await expect(cards(page)).toHaveCount(10);
  await train(page);
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  await expect.poll(() => shownStep(page)).toBeGreaterThan(200);
  const before = { step: await shownStep(page), points: await curvePoints(page, 'Loss') };

  await test.step('a reload keeps the points', async () => {
    await page.reload();
    await expect(button(page, 'Pause')).toBeEnabled();
    expect(await shownStep(page)).toBeGreaterThanOrEqual(before.step);
    await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
    await expect.poll(() => curvePoints(page, 'Loss')).toBeGreaterThanOrEqual(before.points);
    const joined = await shownStep(page);
    await expect.poll(() => shownStep(page)).toBeGreaterThan(joined);
  });

  await test.step('a cut is told, and caught up with', async () => {
    const known = await curvePoints(page, 'Loss');
    wire.cut();
    await expect(page.getByText('Connection to Layerwise lost')).toBeVisible();
    await expect(page.getByText(/Training goes on; reconnecting… \d+ s/)).toBeVisible();
    await expect(button(page, 'Stop')).toBeDisabled();
    await expect(cards(page)).toHaveCount(10);
    await picture(page, 'served-cut');
    const held = await shownStep(page);
    await page.waitForTimeout(1_500);
    expect(await shownStep(page)).toBe(held);
    wire.mend();
    await expect(page.getByText('Connection to Layerwise lost')).toBeHidden({ timeout: 10_000 });
    await expect.poll(() => shownStep(page)).toBeGreaterThan(held + 50);
    await expect.poll(() => curvePoints(page, 'Loss')).toBeGreaterThan(known);
    // The browser says in its own words what it could not reach.
    complaints.length = 0;
  });

  await test.step('a killed engine costs the weights and nothing else', async () => {
    const engine = engineOf(served.process);
    process.kill(engine, 'SIGKILL');
    const notice = page.getByRole('alert');
    await expect(notice).toContainText(
      'The engine stopped: the system or another program killed it (SIGKILL)',
    );
    await expect(notice).toContainText(/What was measured up to step [\d,]+ is kept/);
    await expect(notice).toContainText('A new engine is ready', { timeout: 30_000 });
    expect(await curvePoints(page, 'Loss')).toBeGreaterThan(before.points);
    expect(engineOf(served.process)).not.toBe(engine);
  });

  await train(page);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible({ timeout: 5_000 });
});

test('LeNet-5 is drawn in a browser with the mouse, learns MNIST past 98 %, and is found again as saved', async ({
  page,
  folder,
}) => {
  test.setTimeout(240_000);
  // As in a browser that can't write files: opening and saving go through its plain dialogs.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  await page.reload();
  await openEmptyNetwork(page);
  await drawLeNet5(page);
  await expect(page.getByRole('contentinfo')).toContainText('61,706');
  const drawn = await describeDrawnCards(page);
  await trainPast(page, 98);
  await picture(page, 'served-trained');
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible({ timeout: 5_000 });

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const path = `${folder}/${(await download).suggestedFilename()}`;
  await (await download).saveAs(path);
  expect(path).toMatch(/Untitled\.layerwise$/);
  expect(await readFile(path, 'utf8')).toContain('"layerwise"');
  await openEmptyNetwork(page);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(path);
  await expect.poll(() => describeCards(page)).toEqual(drawn);
});

test('a server that is gone, and one that is new, are told from one another', async ({
  page,
  served,
  folder,
  complaints,
  browserOfTest,
}) => {
  await expect(card(page, 'conv1')).toBeVisible();
  served.process.kill('SIGKILL');
  await expect(page.getByText('Connection to Layerwise lost')).toBeVisible();
  await expect(page.getByText('Layerwise does not answer')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(/start it again with “layerwise serve”/)).toBeVisible();
  const anew = await serve(served.port, folder);
  try {
    await expect(page.getByText(/was started anew, and does not know this page/)).toBeVisible({
      timeout: 15_000,
    });
    const stranger = await browserOfTest.newPage();
    await stranger.goto(`http://127.0.0.1:${served.port}/`);
    await expect(stranger.getByRole('heading')).toHaveText('Layerwise does not know this browser');
    await stranger.goto(anew.addresses()[0] ?? '');
    await expect(card(stranger, 'conv1')).toBeVisible();
    // The first page shares the browser's cookies, and is back by itself.
    await expect(page.getByText(/was started anew/)).toBeHidden({ timeout: 10_000 });
  } finally {
    anew.process.kill('SIGKILL');
  }
  complaints.length = 0;
});
