import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { realData } from '../realData';
import { answerOpenDialog } from './dialogs';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { button, train } from './trainingRun';

const cifar = realData('cifar10', 'train-4000.bin.gz');

test.skip(cifar === null, 'the images of CIFAR-10 are missing');
/** Where the application keeps datasets; empty, and with no server to download from. */
const datasets = mkdtempSync(join(tmpdir(), 'layerwise-e2e-datasets-'));
// Once for each of the two tests where one process takes both with another between them.
test.afterAll(() => rmSync(datasets, { recursive: true, force: true }));
test.use({
  environment: { LAYERWISE_DATASETS: datasets, LAYERWISE_DATASET_MIRROR: 'http://127.0.0.1:9' },
});

test('CIFAR-10 is chosen as a file, looked at, augmented, fitted to, and trained on', async ({
  application,
  page,
}) => {
  await button(page, 'Data: MNIST').click();
  const dialog = page.getByRole('dialog', { name: 'Data' });
  await expect(dialog).toContainText('60,000 training and 10,000 test images of 28×28×1 in 10 classes');
  await expect(dialog.getByRole('img', { name: /^60 training images: 0, 1, 2/ })).toBeVisible();

  await test.step('a dataset that is not here says how to get it', async () => {
    await dialog.getByRole('button', { name: /^CIFAR-10 / }).click();
    await expect(dialog.getByRole('alert')).toContainText('CIFAR-10 is not on this machine yet.');
    await dialog.getByRole('button', { name: /^Download/ }).click();
    await expect(dialog.getByRole('alert')).toContainText(/can't be|not be/);
  });

  await test.step('a short file is taken, and says how many images it holds', async () => {
    await answerOpenDialog(application, cifar);
    await dialog.getByRole('button', { name: 'Choose its file…' }).click();
    await expect(dialog).toContainText('4,000 training and 1,000 test images of 32×32×3');
    await expect(dialog.getByRole('row', { name: /^frog/ })).toBeVisible();
    await expect(
      dialog.getByRole('img', { name: /^60 training images: airplane, automobile/ }),
    ).toBeVisible();
  });

  await test.step('the network is fitted in one step', async () => {
    await expect(dialog).toContainText('input: height 28 → 32, width 28 → 32, channels 1 → 3');
    await dialog.getByRole('button', { name: 'Fit the network' }).click();
    await expect(dialog.getByRole('button', { name: 'Fit the network' })).toBeHidden();
  });

  await test.step('augmentation is shown on the same images', async () => {
    const sheet = dialog.getByRole('img', { name: /training images/ });
    const plain = await sheet.screenshot();
    await dialog.getByRole('switch', { name: 'Flip' }).click();
    await dialog.getByRole('textbox', { name: 'Pad and crop' }).fill('4');
    await expect(dialog.getByRole('img', { name: /^60 training images, augmented/ })).toBeVisible();
    await expect.poll(async () => plain.equals(await sheet.screenshot())).toBe(false);
    await picture(page, 'data');
  });

  await page.keyboard.press('Escape');
  await expect(card(page, 'input')).toHaveAccessibleName(/32×32×3/);
  await train(page);
  await button(page, 'Stop').click();
});

test('a folder of images is chosen, resized in greyscale, and named with what was left out', async ({
  application,
  page,
  folder,
}) => {
  const images = join(folder, 'shades');
  for (const [name, background] of [
    ['dark', '#222222'],
    ['light', '#dddddd'],
  ] as const) {
    await mkdir(join(images, name), { recursive: true });
    for (let number = 0; number < 6; number += 1)
      await sharp({ create: { width: 30, height: 40, channels: 3, background } }).toFile(
        join(images, name, `${number}.png`),
      );
  }
  await writeFile(join(images, 'dark', 'broken.jpg'), 'no image');
  await answerOpenDialog(application, images);

  await button(page, 'Data: MNIST').click();
  const dialog = page.getByRole('dialog', { name: 'Data' });
  await dialog.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(dialog).toContainText('of 40×30×3 in 2 classes');
  await dialog.getByText('1 file left out').click();
  await expect(dialog).toContainText("dark/broken.jpg can't be decoded");
  await dialog.getByRole('textbox', { name: 'Height' }).fill('28');
  await dialog.getByRole('textbox', { name: 'Width' }).fill('28');
  await dialog.getByRole('switch', { name: 'Colour' }).click();
  await expect(dialog).toContainText('of 28×28×1 in 2 classes');
  await dialog.getByRole('button', { name: 'Fit the network' }).click();
  await page.keyboard.press('Escape');
  await expect(button(page, 'Data: shades')).toBeVisible();
  await expect(card(page, 'fc3')).toHaveAccessibleName(/, 2/);
});
