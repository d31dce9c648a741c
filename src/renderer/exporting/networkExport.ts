import { create } from 'zustand';
import { projectSchema } from '../../network/graph/projectSchema';
import { useEditor } from '../editor/editorStore';
import { useKeptRuns } from '../runs/keptRunsStore';
import { useRun } from '../training/runStore';
import { exportContent } from './exportContent';
import type { OfferedForm } from './exportForms';
import { askForExport } from './exportRequests';

interface NetworkExportState {
  /** What the person is asked about; null while the dialog is closed. */
  readonly form: OfferedForm | null;
  /** Folder of the run whose weights are taken; null for those that training would begin with. */
  readonly run: string | null;
  readonly writing: boolean;
  /** Why there are no files, and what to do. */
  readonly failure: { readonly message: string; readonly advice: string } | null;
  /** Asks with which weights the network is to leave; those of the run in this window are suggested. */
  open(form: OfferedForm): void;
  chooseRun(run: string | null): void;
  close(): void;
  /** Has the engine make the files, and saves them where the person wants them. */
  write(): Promise<void>;
}

/** The export of the network on the canvas to other programs. */
export const useNetworkExport = create<NetworkExportState>((set, get) => ({
  form: null,
  run: null,
  writing: false,
  failure: null,
  open(form) {
    useKeptRuns.getState().refresh();
    set({ form, run: useRun.getState().recorded?.folder ?? null, writing: false, failure: null });
  },
  chooseRun: (run) => set({ run, failure: null }),
  close: () => set({ form: null }),
  async write() {
    const { form, run } = get();
    if (form === null || get().writing) return;
    set({ writing: true, failure: null });
    const { document } = useEditor.getState().history;
    const outcome = await askForExport({ form: form.id, project: projectSchema.parse(document), run });
    // The person has closed the dialog meanwhile, or asks for something else.
    if (get().form !== form) return;
    set({ writing: false });
    if ('failure' in outcome) {
      set({ failure: outcome.failure });
      return;
    }
    set({ form: null });
    await exportContent(`${document.name} ${form.id}`, 'zip', outcome.content);
  },
}));
