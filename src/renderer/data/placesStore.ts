import { create } from 'zustand';
import type { DownloadableDataset } from '../../protocol/datasetMessages';
import { askAboutDataset, stopDownload } from './datasetRequests';

/** A download that is under way. */
export interface Download {
  readonly requestId: string;
  readonly name: DownloadableDataset;
  /** 0…1, or null where it can't be told. */
  readonly progress: number | null;
}

/** Why the last download ended without its file. */
export interface DownloadFailure {
  readonly name: DownloadableDataset;
  readonly message: string;
  readonly advice: string;
}

interface PlacesState {
  /** Where each dataset is on the engine's machine; null where it is nowhere. Empty until the engine has told. */
  readonly places: ReadonlyMap<DownloadableDataset, string | null>;
  readonly download: Download | null;
  readonly failure: DownloadFailure | null;
  /** Asks the engine anew. */
  refresh(): void;
  startDownload(name: DownloadableDataset): void;
  stopDownload(): void;
}

/** Which datasets are on the engine's machine, and the one that is being fetched. */
export const usePlaces = create<PlacesState>((set, get) => ({
  places: new Map(),
  download: null,
  failure: null,
  refresh() {
    askAboutDataset({ type: 'listDatasets' }, (event) => {
      if (event.type === 'datasetsListed')
        set({ places: new Map(event.places.map(({ name, place }) => [name, place])) });
    });
  },
  startDownload(name) {
    if (get().download !== null) return;
    const requestId = askAboutDataset({ type: 'downloadDataset', name }, (event) => {
      if (event.type === 'datasetProgress') {
        const { download } = get();
        if (download !== null) set({ download: { ...download, progress: event.progress } });
        return;
      }
      const failed = event.type === 'datasetFailed';
      set({
        download: null,
        failure: failed ? { name, message: event.message, advice: event.advice } : null,
      });
      get().refresh();
    });
    if (requestId !== null) set({ download: { requestId, name, progress: null }, failure: null });
  },
  stopDownload() {
    const { download } = get();
    if (download !== null) stopDownload(download.requestId);
  },
}));
