import { create } from 'zustand';
import { everyRun, type RunColumn, type RunFilter } from './runFilter';

interface RunFilterState {
  readonly filter: RunFilter;
  readonly change: (change: Partial<RunFilter>) => void;
  /** Sorts by a column; the same one again turns the order around. Texts begin at A, numbers at the largest. */
  readonly sortBy: (column: RunColumn) => void;
}

/** Which of the runs are listed, and in which order. */
export const useRunFilter = create<RunFilterState>((set) => ({
  filter: everyRun,
  change: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
  sortBy: (column) =>
    set(({ filter }) => ({
      filter: {
        ...filter,
        column,
        ascending:
          filter.column === column
            ? !filter.ascending
            : column === 'name' || column === 'state' || column === 'loss',
      },
    })),
}));
