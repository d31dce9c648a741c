import { create } from 'zustand';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { comparedRunsLimit } from '../../protocol/runMessages';
import { engineConnection } from '../engine/engineConnection';

export type RunCurves = EngineEventOf<'runCurves'>;

interface Said {
  readonly message: string;
  readonly advice: string;
}

interface ChosenRunsState {
  /** Folders, in the order in which they were chosen: it gives their colours. */
  readonly chosen: readonly string[];
  /** What was read of runs, by folder. */
  readonly curves: ReadonlyMap<string, RunCurves>;
  /** What could not be done; null where all could. */
  readonly failure: Said | null;
  /** Runs that were thrown away last, where they lie now (null for the system's trash). */
  readonly trashed: { readonly folders: readonly string[]; readonly place: string | null } | null;
  readonly choose: (folders: readonly string[]) => void;
  readonly toggle: (folder: string) => void;
  readonly receive: (curves: RunCurves) => void;
  readonly fail: (failure: Said | null) => void;
  readonly noteTrashed: (trashed: ChosenRunsState['trashed']) => void;
  /** Reads those that are chosen again: one of them may have gone on. */
  readonly readAgain: () => void;
}

/** The runs that are looked at together. */
export const useChosenRuns = create<ChosenRunsState>((set, get) => ({
  chosen: [],
  curves: new Map(),
  failure: null,
  trashed: null,
  choose(folders) {
    const chosen = folders.slice(0, comparedRunsLimit);
    set({ chosen, failure: null });
    const wanted = chosen.filter((folder) => !get().curves.has(folder));
    if (wanted.length > 0) engineConnection.send({ type: 'readRuns', folders: wanted });
  },
  toggle(folder) {
    const { chosen, choose } = get();
    choose(chosen.includes(folder) ? chosen.filter((other) => other !== folder) : [...chosen, folder]);
  },
  receive: (curves) => set({ curves: new Map(get().curves).set(curves.folder, curves) }),
  fail: (failure) => set({ failure }),
  noteTrashed: (trashed) =>
    set(({ chosen }) => ({
      trashed,
      failure: null,
      chosen: chosen.filter((folder) => trashed?.folders.includes(folder) !== true),
    })),
  readAgain() {
    const { chosen, choose } = get();
    set({ curves: new Map() });
    choose(chosen);
  },
}));
