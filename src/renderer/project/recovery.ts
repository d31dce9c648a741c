import { create } from 'zustand';
import type { RecalledDraft } from '../../protocol/keptProjects';

interface RecoveryState {
  /** A draft that a Layerwise before this one has left, while the person is asked about it. */
  readonly offered: RecalledDraft | null;
  /** Takes the answer. */
  readonly answer: (recover: boolean) => void;
}

export const useRecovery = create<RecoveryState>(() => ({ offered: null, answer: () => undefined }));

/** Asks whether to go on with a draft. */
export function offerRecovery(offered: RecalledDraft): Promise<boolean> {
  return new Promise((resolve) => {
    useRecovery.setState({
      offered,
      answer(recover) {
        useRecovery.setState({ offered: null });
        resolve(recover);
      },
    });
  });
}
