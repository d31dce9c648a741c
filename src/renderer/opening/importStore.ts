import { create } from 'zustand';
import type { ImportReport } from '../../protocol/importMessages';

interface ImportState {
  /** The import under way, since a time of `performance.now()` in ms. */
  readonly underWay: { readonly name: string; readonly activity: string; readonly since: number } | null;
  /** What the last import has read, while it is shown. */
  readonly report: ImportReport | null;
  begin(name: string): void;
  tell(activity: string): void;
  end(report: ImportReport | null): void;
  dismiss(): void;
}

/** The import of a model of another program. */
export const useImport = create<ImportState>((set) => ({
  underWay: null,
  report: null,
  begin: (name) =>
    set({ underWay: { name, activity: `Reading ${name}`, since: performance.now() }, report: null }),
  tell: (activity) => set(({ underWay }) => ({ underWay: underWay && { ...underWay, activity } })),
  end: (report) => set({ underWay: null, report }),
  dismiss: () => set({ report: null }),
}));
