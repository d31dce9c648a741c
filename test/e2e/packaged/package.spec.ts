import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { cards } from '../networkCanvas';
import { picture } from '../pictures';
import { button, curvePoints, train } from '../trainingRun';
import { packageFolder, withPackage } from './launchPackage';

test('the packaged application draws LeNet-5 and trains it with the TensorFlow that it carries', () =>
  withPackage({}, async (page) => {
    await expectToTrain(page, /TensorFlow\s*\d+\.\d+\.\d+ · (CPU|GPU)/);
    await picture(page, 'packaged');
    const libraries = librariesOf('libtensorflow_cc.so.2');
    expect(libraries).not.toEqual([]);
    for (const library of libraries) expect(library).toContain(packageFolder());
  }));

test('and on WebAssembly where that is wanted', () =>
  withPackage({ LAYERWISE_TENSORFLOW: 'wasm' }, async (page) => {
    await expectToTrain(page, /TensorFlow\.js\s*\d+\.\d+ wasm · CPU/);
    expect(librariesOf('libtensorflow_cc.so.2')).toEqual([]);
  }));

async function expectToTrain(page: Page, device: RegExp): Promise<void> {
  await expect(cards(page)).toHaveCount(10);
  await expect(page.getByRole('contentinfo')).toContainText(device, { timeout: 30_000 });
  await train(page);
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  await expect.poll(() => curvePoints(page, 'Loss')).toBeGreaterThan(3);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible();
}

test('its executable runs this application and nothing else', async () => {
  const wire = await getCurrentFuseWire(join(packageFolder(), 'layerwise'));
  const expected = {
    RunAsNode: FuseState.DISABLE,
    EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
    EnableNodeCliInspectArguments: FuseState.DISABLE,
    OnlyLoadAppFromAsar: FuseState.ENABLE,
    LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
    GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
  } as const;
  for (const [name, state] of Object.entries(expected))
    expect(wire[FuseV1Options[name as keyof typeof expected]], name).toBe(state);
});

test('it carries the licences of what it is made of', () => {
  const text = readFileSync(join(packageFolder(), 'LICENSES.packages.txt'), 'utf8');
  for (const work of [
    'TensorFlow 2',
    'react 19',
    'zod 4',
    '@xyflow/react 12',
    '@tensorflow/tfjs-core 4',
    'MNIST',
    'libvips',
    'GNU LESSER GENERAL PUBLIC LICENSE',
  ])
    expect(text).toContain(work);
});

test('it decodes a folder of images, and trains on them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-packaged-images-'));
  for (const [name, background] of [
    ['dark', '#222222'],
    ['light', '#dddddd'],
  ] as const) {
    mkdirSync(join(folder, 'shades', name), { recursive: true });
    for (let number = 0; number < 40; number += 1)
      await sharp({ create: { width: 28, height: 28, channels: 3, background } }).toFile(
        join(folder, 'shades', name, `${number}.png`),
      );
  }
  const { nodes, training, ...others } = JSON.parse(
    readFileSync('resources/examples/lenet-5.layerwise', 'utf8'),
  );
  for (const node of nodes) if (node.id === 'fc3') node.config.units = 2;
  const dataset = {
    ...({ type: 'folder', path: join(folder, 'shades'), height: 28, width: 28, resize: 'crop' } as const),
    ...{ colour: false, testShare: 0.2, splitSeed: 1, classes: 2, trainingImages: 64, testImages: 16 },
  };
  const project = join(folder, 'shades.layerwise');
  writeFileSync(
    project,
    JSON.stringify({ ...others, nodes, training: { ...training, dataset, batchSize: 4 } }),
  );
  await withPackage(
    {},
    async (page) => {
      await expect(page.getByRole('button', { name: 'Data: shades' })).toBeVisible();
      await train(page);
    },
    [project],
  );
  rmSync(folder, { recursive: true });
});

/** Files of this name that processes of the package have mapped. */
function librariesOf(name: string): string[] {
  const processes = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const maps = processes.flatMap((id) => {
    try {
      const [executable] = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      return executable?.startsWith(packageFolder()) ? [readFileSync(`/proc/${id}/maps`, 'utf8')] : [];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
  const paths = maps.flatMap((text) => text.split('\n')).map((line) => line.slice(line.indexOf('/')));
  return [...new Set(paths.filter((path) => path.endsWith(`/${name}`)))];
}
