import { create } from 'zustand';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { RunSummary } from '../../protocol/runMessages';
import { engineConnection } from '../engine/engineConnection';

type KeptRuns = Omit<EngineEventOf<'runs'>, 'type'>;

interface KeptRunsState {
  /** The view with the list is open. */
  readonly open: boolean;
  /** As the engine listed them last; null before it has. */
  readonly kept: KeptRuns | null;
  /** The latest run where it was cut off before this window's engine came; null where the person has declined it. */
  readonly offered: RunSummary | null;
  show(): void;
  close(): void;
  toggle(): void;
  receive(kept: KeptRuns): void;
  /** Asks the engine for the list. */
  refresh(): void;
  /** The person does not want to go on with it: it is not offered again, and stays in the list. */
  declineOffer(): void;
}

const declinedKey = 'layerwise.declinedRun';

function isOffered({ state, folder }: RunSummary): boolean {
  return state === 'interrupted' && localStorage.getItem(declinedKey) !== folder;
}

/** The runs on disk. */
export const useKeptRuns = create<KeptRunsState>((set, get) => ({
  open: false,
  kept: null,
  offered: null,
  show() {
    get().refresh();
    set({ open: true });
  },
  close: () => set({ open: false }),
  toggle() {
    if (get().open) get().close();
    else get().show();
  },
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
