import { create } from 'zustand';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { RunSummary } from '../../protocol/runMessages';
import { engineConnection } from '../engine/engineConnection';

export type KeptRuns = Omit<EngineEventOf<'runs'>, 'type'>;

interface KeptRunsState {
  /** The dialog with the list is open. */
  readonly open: boolean;
  /** As the engine listed them last; null before it has. */
  readonly kept: KeptRuns | null;
  /** The latest run where it was cut off before this window's engine came, until the person has answered. */
  readonly offered: RunSummary | null;
  show(): void;
  close(): void;
  receive(kept: KeptRuns): void;
  /** Asks the engine for the list. */
  refresh(): void;
  answerOffer(): void;
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
  receive({ folder, runs, bytes }) {
    const first = get().kept === null;
    const [latest] = runs;
    set({
      kept: { folder, runs, bytes },
      ...(first && latest?.state === 'interrupted' && { offered: latest }),
    });
  },
  refresh: () => void engineConnection.send({ type: 'listRuns' }),
  answerOffer: () => set({ offered: null }),
}));
