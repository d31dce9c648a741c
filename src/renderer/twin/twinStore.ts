import type { NetworkDocument } from '../../network/graph/document';
import { engineConnection } from '../engine/engineConnection';
import { createPerTab, perTab } from '../tabs/perTab';
import { createRunStore } from '../training/createRunStore';
import { useRun } from '../training/runStore';

/** What the run of the canvas is compared with. */
export interface Twin {
  readonly runId: string;
  readonly document: NetworkDocument;
  /** How it came to be, for people: "Shortcuts added". */
  readonly title: string;
}

/** The twin that was trained last; it counts as long as the run of the canvas is the one that it was trained beside. */
export const useLastTwin = createPerTab<{ readonly twin: Twin | null }>(() => ({ twin: null }));

/** The run of the twin. The engine is asked for both at once, and keeps the weights of the canvas's run only. */
export const useTwinRun = perTab(() =>
  createRunStore((command) => (command.type === 'forget' ? true : engineConnection.send(command))),
);

/** What the run of the canvas is compared with; null where it stands alone. */
export function useTwin(): Twin | null {
  const twin = useLastTwin((state) => state.twin);
  const twinId = useRun((state) => state.twinId);
  return twin?.runId === twinId ? twin : null;
}

export function twinNow(): Twin | null {
  const { twin } = useLastTwin.getState();
  return twin?.runId === useRun.getState().twinId ? twin : null;
}
