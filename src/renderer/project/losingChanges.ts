import { create } from 'zustand';

interface LosingChangesState {
  /** Takes the answer while the question is being asked. */
  readonly answer: ((leave: boolean) => void) | null;
}

export const useLosingChanges = create<LosingChangesState>(() => ({ answer: null }));

/** Asks whether unsaved changes may be given up. */
export function confirmLosingChanges(): Promise<boolean> {
  return new Promise((resolve) => {
    useLosingChanges.setState({
      answer(leave) {
        useLosingChanges.setState({ answer: null });
        resolve(leave);
      },
    });
  });
}
