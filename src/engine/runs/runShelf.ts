import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { NetworkDocument } from '../../network/graph/document';
import type { Device } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import { type KeptRun, openKeptRun } from './keptRun';
import { RunFolder } from './runFolder';
import { describeRun, type RunRecord, type RunSizes } from './runRecord';

interface NewRun extends Pick<RunRecord, 'group' | 'startingWeights'> {
  readonly document: NetworkDocument;
  readonly dataset: LoadedDataset;
  readonly device: Device;
}

/** The folders that an engine writes its runs to, and reads them from. */
export class RunShelf {
  readonly #folder: string | null;
  readonly #onlyRun: string | null;

  /** Every run gets a folder of its own in `folder`; `onlyRun` is the folder of one run. Null where there is none. */
  constructor(folder: string | null, onlyRun: string | null) {
    this.#folder = folder;
    this.#onlyRun = onlyRun;
  }

  /** Where its runs are; null where it keeps none. */
  get folder(): string | null {
    return this.#folder;
  }

  /** The way to make the folder of a new run; null where runs are not written down. */
  newFolder({ document, dataset, device, ...origin }: NewRun): ((sizes: RunSizes) => RunFolder) | null {
    const now = new Date();
    const path = this.#onlyRun ?? (this.#folder && join(this.#folder, nameOf(document.name, now)));
    if (path === null) return null;
    return (sizes) => RunFolder.create(path, describeRun(document, dataset, sizes, device, now, origin));
  }

  /** Reads a run. Throws an AdviceError where that can't be done. */
  open(name: string): KeptRun {
    if (this.#folder === null)
      throw new AdviceError(
        'This engine keeps no runs.',
        'Start Layerwise itself to see those that it keeps.',
      );
    return openKeptRun(join(this.#folder, name));
  }
}

/** `lenet-5-20261125-193012-4f1a`: by day and time, and by chance where two begin at once or the clock was set back. */
function nameOf(network: string, now: Date): string {
  const words = network
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const moment = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${words || 'run'}-${moment}-${randomBytes(2).toString('hex')}`;
}
