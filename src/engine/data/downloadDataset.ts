import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DownloadableDataset } from '../../protocol/datasetMessages';
import { datasetFolder, downloadNames } from './datasetPlaces';
import { downloadFile } from './downloadFile';
import { type DownloadSource, downloadSource } from './downloadSources';

/** What a download tells while it goes on. */
export interface DownloadProgress {
  readonly bytes: number;
  readonly total: number;
}

/** Downloads a dataset into the folder of datasets, where it is found from then on. */
export async function downloadDataset(
  name: DownloadableDataset,
  signal: AbortSignal,
  onProgress: (progress: DownloadProgress) => void,
  { files, folder }: DownloadSource = downloadSource(name),
): Promise<void> {
  const place = join(datasetFolder(), downloadNames[name]);
  if (existsSync(place)) return;
  // A folder takes its name when all of its files are there.
  const gathering = `${place}.part`;
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  for (const file of files) {
    signal.throwIfAborted();
    const target = folder ? join(gathering, file.url.split('/').at(-1) ?? '') : place;
    const done = before;
    await downloadFile(file, target, {
      signal,
      onProgress: (bytes, ofFile) =>
        onProgress({ bytes: done + bytes, total: files.length === 1 ? ofFile : total }),
    });
    before += file.bytes;
  }
  if (folder) await rename(gathering, place);
}
