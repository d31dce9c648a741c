import { create } from 'zustand';

/** Something that was done outside of the network's history, and the way to take it back. */
interface Undoable {
  /** What was done: `Deleted the template LeNet-7.` */
  readonly message: string;
  readonly undo: () => void;
  /** Rises with each, so that a repeated one is announced again. */
  readonly number: number;
}

interface UndoableState {
  readonly done: Undoable | null;
  tell(message: string, undo: () => void): void;
  dismiss(): void;
}

/** What was done last that needs no question beforehand, since it can be taken back. */
export const useUndoable = create<UndoableState>((set) => ({
  done: null,
  tell: (message, undo) => set(({ done }) => ({ done: { message, undo, number: (done?.number ?? 0) + 1 } })),
  dismiss: () => set({ done: null }),
}));
