import { assertNever } from '../../network/assertNever';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { downloadableDatasets } from '../../protocol/datasetMessages';
import type { DatasetCommand, DatasetEvent } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { findPlace } from './datasetPlaces';
import type { DatasetShelf } from './datasetShelf';
import { downloadDataset } from './downloadDataset';
import { previewDataset } from './previewDataset';
import { recogniseDataset } from './recognise';

type CommandOf<Type extends DatasetCommand['type']> = Extract<DatasetCommand, { type: Type }>;

/** Progress is told four times a second at most. */
const progressMilliseconds = 250;

/** Answers what windows ask about datasets, beside whatever trains. */
export class DatasetDesk {
  readonly #shelf: DatasetShelf;
  readonly #send: (event: DatasetEvent) => void;
  readonly #downloads = new Map<string, AbortController>();

  constructor(shelf: DatasetShelf, send: (event: DatasetEvent) => void) {
    this.#shelf = shelf;
    this.#send = send;
  }

  handle(command: DatasetCommand): void {
    const { requestId } = command;
    if (command.type === 'stopDownload') this.#downloads.get(requestId)?.abort();
    else
      this.#carryOut(command).then(this.#send, (error: unknown) =>
        this.#send({ type: 'datasetFailed', requestId, ...adviceOf(error) }),
      );
  }

  /** Ends what is under way. */
  dispose(): void {
    for (const download of this.#downloads.values()) download.abort();
  }

  async #carryOut(command: Exclude<DatasetCommand, { type: 'stopDownload' }>): Promise<DatasetEvent> {
    const { requestId } = command;
    switch (command.type) {
      case 'listDatasets': {
        const places = downloadableDatasets.map((name) => ({ name, place: findPlace(name) }));
        return { type: 'datasetsListed', requestId, places };
      }
      case 'recogniseDataset':
        return {
          type: 'datasetRecognised',
          requestId,
          reference: await recogniseDataset(command.path),
        };
      case 'previewDataset':
        return { type: 'datasetPreviewed', requestId, preview: await this.#preview(command) };
      case 'downloadDataset':
        return this.#download(command);
      default:
        return assertNever(command);
    }
  }

  async #preview({ requestId, reference, ...view }: CommandOf<'previewDataset'>) {
    const tell = this.#progress(requestId, `Reading ${datasetFacts(reference).label}`);
    tell(null);
    const dataset = await this.#shelf.get(reference, tell);
    return previewDataset(reference, dataset, view);
  }

  async #download({ requestId, name }: CommandOf<'downloadDataset'>): Promise<DatasetEvent> {
    const { label } = datasetFacts({ type: name });
    const controller = new AbortController();
    this.#downloads.set(requestId, controller);
    const tell = this.#progress(requestId, `Downloading ${label}`);
    tell(null);
    try {
      await downloadDataset(name, controller.signal, ({ bytes, total }) => tell(bytes / total));
      return { type: 'datasetDownloaded', requestId, name };
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      return {
        type: 'datasetFailed',
        requestId,
        message: `The download of ${label} was stopped.`,
        advice: 'What came is kept: Download goes on from there.',
      };
    } finally {
      this.#downloads.delete(requestId);
    }
  }

  /** Tells the progress of a request, not too often. */
  #progress(requestId: string, activity: string): (progress: number | null) => void {
    let toldAt = Number.NEGATIVE_INFINITY;
    return (progress) => {
      if (progress !== null && performance.now() - toldAt < progressMilliseconds) return;
      toldAt = performance.now();
      this.#send({ type: 'datasetProgress', requestId, activity, progress });
    };
  }
}

function adviceOf(error: unknown): { readonly message: string; readonly advice: string } {
  if (error instanceof AdviceError) return { message: error.message, advice: error.advice };
  return {
    message: `The dataset could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    advice: 'Try again; if it happens once more, please report it with these words.',
  };
}
