import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DatasetDesk } from '../../../src/engine/data/datasetDesk';
import { DatasetShelf } from '../../../src/engine/data/datasetShelf';
import { noAugmentation } from '../../../src/network/datasets/augmentation';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';
import { sheetLimits } from '../../../src/protocol/datasetMessages';
import { type DatasetEvent, engineEventSchema } from '../../../src/protocol/engineMessages';

let folder = '';
let events: DatasetEvent[] = [];
let desk: DatasetDesk;
let server: Server;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-desk-'));
  events = [];
  desk = new DatasetDesk(new DatasetShelf(), (event) => {
    engineEventSchema.parse(event);
    events.push(event);
  });
  // A server that sends a little and then nothing more.
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write(Buffer.alloc(100));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  vi.stubEnv('LAYERWISE_DATASETS', folder);
  vi.stubEnv('LAYERWISE_DATASET_MIRROR', `http://127.0.0.1:${port}`);
});
afterEach(() => {
  desk.dispose();
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The last answer to a request, once there is one. */
function answer(requestId: string): Promise<DatasetEvent> {
  return vi.waitFor(
    () => {
      const found = events.find((event) => event.requestId === requestId && event.type !== 'datasetProgress');
      if (found === undefined) throw new Error(`There is no answer to ${requestId}.`);
      return found;
    },
    { timeout: 10_000, interval: 10 },
  );
}

describe('the desk', () => {
  test('lists what is there', async () => {
    desk.handle({ type: 'listDatasets', requestId: 'a' });
    const listed = await answer('a');
    if (listed.type !== 'datasetsListed') throw new Error(listed.type);
    expect(listed.places.map(({ name }) => name)).toEqual(['fashion-mnist', 'cifar-10', 'cifar-100']);
    expect(listed.places.find(({ name }) => name === 'cifar-10')?.place).toBeNull();
  });

  test('shows a dataset: its counts, and images of every class, as they are and augmented', async () => {
    const reference = { ...defaultSynthetic, height: 96, width: 64, trainingImages: 300, testImages: 40 };
    const augmentation = { ...noAugmentation, flip: true, padAndCrop: 8 };
    desk.handle({ type: 'previewDataset', requestId: 'b', reference, augmentation, seed: 1, step: 0 });
    const shown = await answer('b');
    if (shown.type !== 'datasetPreviewed') throw new Error(shown.type);
    const { sheet, trainingCounts, testCounts, classNames } = shown.preview;
    const sum = (counts: Int32Array) => counts.reduce((total, count) => total + count, 0);
    expect([sum(trainingCounts), sum(testCounts), classNames.length]).toEqual([300, 40, 10]);
    expect([sheet.height, sheet.width, sheet.labels.length]).toEqual([
      sheetLimits.side,
      43,
      sheetLimits.images,
    ]);
    expect(new Set(sheet.labels).size).toBe(10);
    expect(sheet.images).toHaveLength(60 * 64 * 43 * 4);
    expect(sheet.augmented).not.toEqual(sheet.images);
    const opaque = sheet.images.filter((_, place) => place % 4 === 3);
    expect(opaque.every((alpha) => alpha === 255)).toBe(true);
  });

  test('says what is wrong with a place, and what could be there', async () => {
    desk.handle({ type: 'recogniseDataset', requestId: 'c', path: '/nowhere/at/all' });
    const failed = await answer('c');
    expect(failed).toMatchObject({
      type: 'datasetFailed',
      message: expect.stringContaining('/nowhere/at/all'),
    });
  });

  test('stops a download, and keeps what came', async () => {
    desk.handle({ type: 'downloadDataset', requestId: 'd', name: 'cifar-10' });
    await vi.waitFor(() => expect(existsSync(join(folder, 'cifar-10-binary.tar.gz.part'))).toBe(true), {
      timeout: 5_000,
    });
    desk.handle({ type: 'stopDownload', requestId: 'd' });
    expect(await answer('d')).toMatchObject({
      type: 'datasetFailed',
      message: 'The download of CIFAR-10 was stopped.',
    });
    expect(readdirSync(folder)).toEqual(['cifar-10-binary.tar.gz.part']);
    expect(events.some((event) => event.type === 'datasetProgress')).toBe(true);
  });
});
