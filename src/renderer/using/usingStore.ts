import { create } from 'zustand';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { CheckpointChoice } from '../../protocol/evaluationMessages';
import { useKeptRuns } from '../runs/keptRunsStore';
import { useRun } from '../training/runStore';
import { askTrained, dropQuestion, noEngine } from './evaluationRequests';

export type OpenedNetwork = Omit<EngineEventOf<'trainedOpened'>, 'type' | 'requestId'>;
export type UsingTab = 'evaluate' | 'try';

/** Why something could not be had, and what to do. */
export interface UsingFailure {
  readonly message: string;
  readonly advice: string;
}

interface UsingState {
  readonly tab: UsingTab;
  /** The run whose network is used; null where there is none. */
  readonly folder: string | null;
  readonly checkpoint: CheckpointChoice;
  /** What the engine said of it; null before it has. */
  readonly opened: OpenedNetwork | null;
  readonly failure: UsingFailure | null;
  /** Takes up a run: the one that is named, that was used last, that this window trained, or the latest. */
  takeUp(folder?: string): void;
  showTab(tab: UsingTab): void;
  choose(chosen: { readonly folder?: string; readonly checkpoint?: CheckpointChoice }): void;
}

let waiting: string | null = null;

/** The view in which a trained network is used. */
export const useUsing = create<UsingState>((set, get) => ({
  tab: 'evaluate',
  folder: null,
  checkpoint: 'best',
  opened: null,
  failure: null,
  takeUp(named) {
    useKeptRuns.getState().refresh();
    const { recorded } = useRun.getState();
    const folder =
      named ?? recorded?.folder ?? get().folder ?? useKeptRuns.getState().kept?.runs[0]?.folder ?? null;
    if (folder !== null) get().choose({ folder });
  },
  showTab: (tab) => set({ tab }),
  choose({ folder = get().folder ?? '', checkpoint = get().checkpoint }) {
    if (waiting !== null) dropQuestion(waiting);
    set({ folder, checkpoint, opened: null, failure: null });
    waiting = askTrained({ type: 'openTrained', folder, checkpoint }, (event) => {
      waiting = null;
      if (event.type === 'evaluationFailed') set({ failure: event });
      if (event.type !== 'trainedOpened') return;
      const { type: _type, requestId: _requestId, ...opened } = event;
      set({ opened });
    });
    if (waiting === null) set({ failure: noEngine });
  },
}));
