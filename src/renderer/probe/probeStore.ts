import { create } from 'zustand';
import { projectSchema } from '../../network/graph/projectSchema';
import { afterFrame } from '../afterFrame';
import { useColourBy } from '../canvas/colourBy';
import { useDock } from '../dock/dockStore';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import type { TabId } from '../tabs/tabRow';
import { frontTab } from '../tabs/tabsStore';
import { useRun } from '../training/runStore';
import { askForProbe, type ProbeEffort } from './probeRequests';
import { probeRun } from './probeRun';

/** Enough for a mean that another seed hardly moves, in a second or two. */
const effort: ProbeEffort = { seeds: 3, batches: 1 };

interface ProbeState {
  /** True while the engine works on it. */
  readonly probing: boolean;
  /** The project in which the offer was declined; null where it was not. */
  readonly declinedIn: number | null;
  /** Looks at the gradient of the network on the canvas at its first weights, and shows it as a run is shown. */
  probe(): void;
  /** The offer is not made again in this project. */
  decline(): void;
}

export const useProbe = create<ProbeState>((set, get) => ({
  probing: false,
  declinedIn: null,

  probe() {
    if (get().probing) return;
    const tab = frontTab();
    const { history, analysis, projectNumber } = useEditor.getState();
    const order = { document: history.document, analysis };
    const asked = askForProbe(projectSchema.parse(order.document), effort, (event) => {
      set({ probing: false });
      if (event.type === 'probeFailed') return useNotice.of(tab).getState().show(event);
      // Another project is in the tab by now, or a run has begun: neither is what was asked about.
      if (useEditor.of(tab).getState().projectNumber !== projectNumber) return;
      if (useRun.of(tab).getState().showProbe(probeRun(order, event))) reveal(tab);
    });
    set({ probing: asked !== null });
  },
  decline: () => set({ declinedIn: useEditor.getState().projectNumber }),
}));

/** Shows where the gradient goes: in the profile, and after that has opened, on the cards. */
function reveal(tab: TabId): void {
  if (tab === frontTab()) useDock.getState().showTab('gradients');
  afterFrame(() => afterFrame(() => useColourBy.of(tab).getState().choose('gradient')));
}
