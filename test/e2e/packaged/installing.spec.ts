import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cacheFolder } from '../../../scripts/provision/cacheFolder.mjs';
import { picture } from '../pictures';
import { button, train } from '../trainingRun';
import { packageFolder, withPackage } from './launchPackage';

/** A copy of the package whose files can be taken away; takes no room, for the files are shared. */
async function withCopy(use: (folder: string) => Promise<void>): Promise<void> {
  const place = mkdtempSync(join(packageFolder(), '..', 'copy-'));
  const folder = join(place, 'Layerwise');
  try {
    execFileSync('cp', ['-al', packageFolder(), folder]);
    await use(folder);
  } finally {
    rmSync(place, { recursive: true });
  }
}

test('a package that left TensorFlow out fetches it when it is told to, and trains with it', () =>
  withCopy(async (folder) => {
    const tfjsNode = 'resources/app.asar.unpacked/node_modules/@tensorflow/tfjs-node-gpu';
    rmSync(join(folder, tfjsNode, 'deps'), { recursive: true });
    // What was fetched before is kept for all who run Layerwise here: only the first one waits for the download.
    const environment = { LAYERWISE_CACHE: cacheFolder() };
    await withPackage(
      environment,
      async (page) => {
        const device = page.getByRole('contentinfo');
        await expect(device).toContainText('wasm', { timeout: 30_000 });
        await page.getByRole('button', { name: /Slow device/ }).click();
        await picture(page, 'fetching-tensorflow');
        await button(page, 'Fetch TensorFlow').click();
        await expect(device).toContainText(/TensorFlow\s*\d+\.\d+\.\d+ · (CPU|GPU)/, { timeout: 60_000 });
        await page.keyboard.press('Escape');
        await train(page);
        await button(page, 'Stop').click();
      },
      [],
      folder,
    );
  }));

test('a newer release is offered, fetched when it is told to, and refused where it is not what was published', () =>
  withCopy(async (folder) => {
    const release = Buffer.from('a newer Layerwise, as far as a download can tell');
    const published = createHash('sha512').update(release).digest('base64');
    let sha512 = createHash('sha512').update('another file').digest('base64');
    const server = createServer((request, response) => {
      const file = 'Layerwise-9.9.9.AppImage';
      if (request.url?.startsWith('/latest-linux.yml'))
        response.end(
          JSON.stringify({
            ...{ version: '9.9.9', path: file, sha512, releaseDate: '2030-01-01T00:00:00.000Z' },
            files: [{ url: file, sha512, size: release.length }],
          }),
        );
      else if (request.url === `/${file}`) response.end(release);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const source = {
      provider: 'generic',
      url: `http://127.0.0.1:${port}`,
      updaterCacheDirName: 'layerwise-updates',
    };
    writeFileSync(join(folder, 'resources', 'app-update.yml'), JSON.stringify(source));
    const image = join(folder, 'Layerwise.AppImage');
    writeFileSync(image, 'this version');
    try {
      await withPackage(
        { APPIMAGE: image },
        async (page) => {
          await page.getByRole('button', { name: 'Update 9.9.9' }).click({ timeout: 40_000 });
          await picture(page, 'update');
          await button(page, 'Download it').click();
          await expect(page.getByRole('dialog').getByRole('alert')).toContainText('sha512 checksum mismatch');
          sha512 = published;
          await button(page, 'Try again').click();
          await button(page, 'Download it').click();
          await expect(page.getByText('Layerwise 9.9.9 takes over at the next start.')).toBeVisible();
          await expect(button(page, 'Restart now')).toBeVisible();
        },
        [],
        folder,
      );
    } finally {
      server.close();
    }
  }));
