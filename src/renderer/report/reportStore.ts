import { create } from 'zustand';
import type { FileProblem } from '../../protocol/fileProblem';
import type { ReportPart, ReportPartId } from '../../protocol/problemReport';
import { reportArchive } from './reportArchive';
import { windowFindings } from './windowFindings';

/** What is about a person's work is left out unless they want it. */
const leftOutAtFirst: ReadonlySet<ReportPartId> = new Set<ReportPartId>(['network', 'run']);

export type SavedReport =
  | { readonly state: 'none' }
  | { readonly state: 'saved'; readonly path: string }
  | { readonly state: 'failed'; readonly problem: FileProblem };

interface ReportState {
  readonly open: boolean;
  /** What the report can hold; null while it is put together. */
  readonly parts: readonly ReportPart[] | null;
  readonly included: ReadonlySet<ReportPartId>;
  /** The part that is looked at. */
  readonly shown: ReportPartId;
  readonly saved: SavedReport;
  show(): Promise<void>;
  look(part: ReportPartId): void;
  include(part: ReportPartId, included: boolean): void;
  save(): Promise<void>;
  close(): void;
}

/** The report of a problem that is being made. */
export const useReport = create<ReportState>((set, get) => ({
  open: false,
  parts: null,
  included: new Set(),
  shown: 'versions',
  saved: { state: 'none' },
  async show() {
    set({ open: true, parts: null, saved: { state: 'none' } });
    const parts = await window.layerwise.call('describeProblem', windowFindings());
    const included = new Set(parts.map(({ id }) => id).filter((id) => !leftOutAtFirst.has(id)));
    set({ parts, included, shown: parts[0]?.id ?? 'versions' });
  },
  look: (shown) => set({ shown }),
  include: (part, wanted) =>
    set(({ included }) => ({
      included: new Set(wanted ? [...included, part] : [...included].filter((id) => id !== part)),
      shown: part,
    })),
  async save() {
    const { parts, included } = get();
    if (parts === null) return;
    const archive = await reportArchive(parts.filter(({ id }) => included.has(id)));
    const suggestedName = `layerwise-report-${new Date().toISOString().slice(0, 10)}`;
    const answer = await window.layerwise.call('saveReport', { suggestedName, archive });
    if (answer.status === 'done') set({ saved: { state: 'saved', path: answer.value } });
    if (answer.status === 'failed') set({ saved: { state: 'failed', problem: answer.problem } });
  },
  close: () => set({ open: false, parts: null }),
}));
