import { create } from 'zustand';
import type { FileProblem } from '../../protocol/fileProblem';
import { type ReportPart, type ReportPartId, reportPartIds } from '../../protocol/problemReport';
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
  /** Since when the machine's part is waited for, in ms since 1970; null where it has come, or there is none. */
  readonly machineSince: number | null;
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
  machineSince: null,
  included: new Set(),
  shown: 'versions',
  saved: { state: 'none' },
  async show() {
    const machineSince = Date.now();
    set({ open: true, parts: null, machineSince, saved: { state: 'none' } });
    const awaited = window.layerwise.call('describeReportedMachine', undefined);
    const parts = await window.layerwise.call('describeProblem', windowFindings());
    const included = new Set(parts.map(({ id }) => id).filter((id) => !leftOutAtFirst.has(id)));
    set({ parts, included, shown: parts[0]?.id ?? 'versions' });
    const machine = await awaited;
    // The dialog may have been closed, and opened again, since.
    if (get().machineSince !== machineSince) return;
    set({ machineSince: null });
    if (machine !== null)
      set((state) => ({
        parts: inOrder([...(state.parts ?? []), machine]),
        included: new Set([...state.included, machine.id]),
      }));
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
  close: () => set({ open: false, parts: null, machineSince: null }),
}));

function inOrder(parts: readonly ReportPart[]): readonly ReportPart[] {
  return parts.toSorted((left, right) => reportPartIds.indexOf(left.id) - reportPartIds.indexOf(right.id));
}
