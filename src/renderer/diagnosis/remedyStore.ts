import type { NetworkDocument } from '../../network/graph/document';
import type { Edit } from '../../network/graph/edits';
import type { HealthRemedy, Verdict } from '../../network/health/healthVerdict';
import { createPerTab } from '../tabs/perTab';
import type { TelemetryLog } from '../training/telemetryLog';

/** A remedy that a person has chosen, and for what. */
export interface ChosenRemedy {
  readonly verdict: Pick<Verdict, 'kind' | 'title' | 'severity'>;
  readonly remedy: Pick<HealthRemedy, 'id' | 'title' | 'expectation'>;
}

export type RemedyProgress =
  | { readonly stage: 'none' }
  /** The run is being stopped: a network that trains can't be changed. */
  | ({ readonly stage: 'stopping' } & ChosenRemedy)
  /** The network on the canvas has it; `edit` is the entry of its history, `before` the network without it. */
  | ({ readonly stage: 'applied'; readonly edit: Edit; readonly before: NetworkDocument } & ChosenRemedy)
  /**
   * A run with it was asked for: the canvas's, or that of the twin beside it, or the canvas's with a twin without it.
   * `earlier` is the log of the canvas's run before it, which stays until the new one has started.
   */
  | ({
      readonly stage: 'trained';
      readonly by: 'canvas' | 'twin';
      readonly earlier: TelemetryLog | undefined;
    } & ChosenRemedy);

interface RemedyState {
  readonly progress: RemedyProgress;
  enter(progress: RemedyProgress): void;
}

/** How far the remedy is that was chosen last. */
export const useRemedy = createPerTab<RemedyState>((set) => ({
  progress: { stage: 'none' },
  enter: (progress) => set({ progress }),
}));
