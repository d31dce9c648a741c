import { create } from 'zustand';
import type { RecalledDraft } from '../../protocol/keptProjects';

interface RecoveryState {
  /** Drafts that a Layerwise before this one has left, while the person is asked about them; none otherwise. */
  readonly offered: readonly RecalledDraft[];
  /** Takes the answer. */
  readonly answer: (recover: boolean) => void;
}

export const useRecovery = create<RecoveryState>(() => ({ offered: [], answer: () => undefined }));

/** Asks whether to go on with drafts. */
export function offerRecovery(offered: readonly RecalledDraft[]): Promise<boolean> {
  return new Promise((resolve) => {
    useRecovery.setState({
      offered,
      answer(recover) {
        useRecovery.setState({ offered: [] });
        resolve(recover);
      },
    });
  });
}
