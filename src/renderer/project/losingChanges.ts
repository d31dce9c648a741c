import { create } from 'zustand';

export type ChangesChoice = 'save' | 'discard' | 'cancel';

interface LosingChangesState {
  /** Takes the answer while the question is being asked. */
  readonly answer: ((choice: ChangesChoice) => void) | null;
}

export const useLosingChanges = create<LosingChangesState>(() => ({ answer: null }));

/** Asks what becomes of unsaved changes before another project takes their place. */
export function askAboutChanges(): Promise<ChangesChoice> {
  // One question at a time: the one before is withdrawn.
  useLosingChanges.getState().answer?.('cancel');
  return new Promise((resolve) => {
    useLosingChanges.setState({
      answer(choice) {
        useLosingChanges.setState({ answer: null });
        resolve(choice);
      },
    });
  });
}
