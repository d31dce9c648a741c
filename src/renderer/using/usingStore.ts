import { create } from 'zustand';
import type { NetworkDocument } from '../../network/graph/document';
import { projectSchema } from '../../network/graph/projectSchema';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { CheckpointChoice, UsedNetwork } from '../../protocol/evaluationMessages';
import { useEditor } from '../editor/editorStore';
import { useKeptRuns } from '../runs/keptRunsStore';
import { useRun } from '../training/runStore';
import { askTrained, dropQuestion, noEngine } from './evaluationRequests';

export type OpenedNetwork = Omit<EngineEventOf<'trainedOpened'>, 'type' | 'requestId'>;
export type UsingTab = 'evaluate' | 'try';
/** Where the image comes from that the network is asked about. */
export type ImageSource = 'draw' | 'file' | 'example';

/** Why something could not be had, and what to do. */
export interface UsingFailure {
  readonly message: string;
  readonly advice: string;
}

interface UsingState {
  readonly tab: UsingTab;
  readonly source: ImageSource;
  /** The run whose network is used; null where there is none, or a project's own weights are used. */
  readonly folder: string | null;
  /** The project that is used with the weights that it begins with; null for a run. */
  readonly project: NetworkDocument | null;
  readonly checkpoint: CheckpointChoice;
  /** What the engine said of it; null before it has. */
  readonly opened: OpenedNetwork | null;
  readonly failure: UsingFailure | null;
  /**
   * Takes up a run that is named or that this window trained; else the project's own weights where it has some, the run
   * that was used last, or the latest.
   */
  takeUp(folder?: string): void;
  showTab(tab: UsingTab): void;
  /** Shows what it takes an image for that comes from there. */
  tryFrom(source: ImageSource): void;
  choose(chosen: { readonly folder?: string; readonly checkpoint?: CheckpointChoice }): void;
  /** Uses the project on the canvas with the weights that it begins with. */
  chooseProject(): void;
}

let waiting: string | null = null;

/** The view in which a trained network is used. */
export const useUsing = create<UsingState>((set, get) => ({
  tab: 'evaluate',
  source: 'draw',
  folder: null,
  project: null,
  checkpoint: 'best',
  opened: null,
  failure: null,
  takeUp(named) {
    useKeptRuns.getState().refresh();
    const { recorded } = useRun.getState();
    const own = named ?? recorded?.folder;
    if (own === undefined && useEditor.getState().history.document.startingWeights !== undefined)
      return get().chooseProject();
    const folder = own ?? get().folder ?? useKeptRuns.getState().kept?.runs[0]?.folder ?? null;
    if (folder !== null) get().choose({ folder });
  },
  showTab: (tab) => set({ tab }),
  tryFrom: (source) => set({ tab: 'try', source }),
  choose({ folder = get().folder ?? '', checkpoint = get().checkpoint }) {
    set({ folder, project: null, checkpoint });
    open();
  },
  chooseProject() {
    set({ folder: null, project: useEditor.getState().history.document });
    open();
  },
}));

/** Has the engine open what is chosen. */
function open(): void {
  const { getState: get, setState: set } = useUsing;
  if (waiting !== null) dropQuestion(waiting);
  waiting = null;
  set({ opened: null, failure: null });
  const network = usedNetwork(get());
  if (network === null) return;
  waiting = askTrained({ type: 'openTrained', network }, (event) => {
    waiting = null;
    if (event.type === 'evaluationFailed') set({ failure: event });
    if (event.type !== 'trainedOpened') return;
    const { type: _type, requestId: _requestId, ...opened } = event;
    set({ opened });
  });
  if (waiting === null) set({ failure: noEngine });
}

/** What the engine is asked about; null where nothing is chosen. */
export function usedNetwork({
  folder,
  project,
  checkpoint,
}: Pick<UsingState, 'folder' | 'project' | 'checkpoint'>): UsedNetwork | null {
  if (project !== null) return { type: 'project', project: projectSchema.parse(project) };
  return folder === null ? null : { type: 'run', folder, checkpoint };
}
