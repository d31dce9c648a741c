import { create } from 'zustand';

export type ChangesChoice = 'save' | 'discard' | 'cancel';

interface LosingChangesState {
  /** Takes the answer while the question is being asked. */
  readonly answer: ((choice: ChangesChoice) => void) | null;
  /** Rises with each question. */
  readonly number: number;
}

export const useLosingChanges = create<LosingChangesState>(() => ({ answer: null, number: 0 }));

/** Asks what becomes of unsaved changes before another project takes their place. */
export function askAboutChanges(): Promise<ChangesChoice> {
  // One question at a time: the one before is withdrawn.
  useLosingChanges.getState().answer?.('cancel');
  return new Promise((resolve) => {
    useLosingChanges.setState(({ number }) => ({
      number: number + 1,
      answer(choice) {
        useLosingChanges.setState({ answer: null });
        resolve(choice);
      },
    }));
  });
}
