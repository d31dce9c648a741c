import { create } from 'zustand';

interface FindState {
  readonly open: boolean;
  /** What was typed; kept while the bar is closed, so that keys find the next one. */
  readonly search: string;
  /** The layer that was found last. */
  readonly current: string | null;
  /** The layer that a search begins at; null for the first. */
  readonly from: string | null;
  /** Rises with each request to type another search. */
  readonly asked: number;
}

/** What is looked for on the canvas. */
export const useFind = create<FindState>(() => ({
  open: false,
  search: '',
  current: null,
  from: null,
  asked: 0,
}));
