import { create } from 'zustand';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { RunSummary } from '../../protocol/runMessages';
import { engineConnection } from '../engine/engineConnection';

type KeptRuns = Omit<EngineEventOf<'runs'>, 'type'>;

interface KeptRunsState {
  /** As the engine listed them last; null before it has. */
  readonly kept: KeptRuns | null;
  /** The latest run where it was cut off before this window's engine came; null where the person has declined it. */
  readonly offered: RunSummary | null;
  receive(kept: KeptRuns): void;
  /** Asks the engine for the list. */
  refresh(): void;
  /** The person does not want to go on with it: it is not offered again, and stays in the list. */
  declineOffer(): void;
}

const declinedKey = 'layerwise.declinedRun';

/** Trials are gone on with in the laboratory. */
function isOffered({ state, folder, experiment }: RunSummary): boolean {
  return state === 'interrupted' && experiment === null && localStorage.getItem(declinedKey) !== folder;
}

/** The runs on disk. */
export const useKeptRuns = create<KeptRunsState>((set, get) => ({
  kept: null,
  offered: null,
  receive({ folder, runs, bytes }) {
    const first = get().kept === null;
    const [latest] = runs;
    set({
      kept: { folder, runs, bytes },
      ...(first && latest !== undefined && isOffered(latest) && { offered: latest }),
    });
  },
  refresh: () => void engineConnection.send({ type: 'listRuns' }),
  declineOffer() {
    const { offered } = get();
    if (offered !== null) localStorage.setItem(declinedKey, offered.folder);
    set({ offered: null });
  },
}));
