import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { Edit } from '../../network/graph/edits';
import { endMerge, goTo, type History, record, redo, startHistory, undo } from '../../network/graph/history';
import { lenet5 } from '../../network/templates/lenet5';
import { createPerTab } from '../tabs/perTab';
import { useNotice } from './noticeStore';
import { sameNetwork } from './sameNetwork';
import { nothingSelected, type Selection, selectionWithin } from './selection';
import { hasUnsavedChanges, outOfReach, type SavedState } from './unsavedChanges';

export interface EditorState extends SavedState {
  readonly analysis: Analysis;
  readonly selection: Selection;
  /** Of the project in the tab; another one for each that is opened, in any tab. */
  readonly projectNumber: number;
  /** True for the network that a tab begins with, until a project is opened in its place. */
  readonly asBegun: boolean;
  /** The file that the project was opened from or saved to; null before it has one. */
  readonly path: string | null;
  /** True while a run holds the network as compiled: layers and connections stay as they are. */
  readonly structureLocked: boolean;
  /** Asks the canvas to bring a layer into view; a new object for each request. */
  readonly attention: { readonly node: string } | null;
  /** Makes an edit. Edits with the same merge key in a row become one entry of the history. */
  apply(edit: Edit, mergeKey?: string): void;
  /** Closes the entry under way: a drag has ended, a field has lost focus. */
  endMerge(): void;
  undo(): void;
  redo(): void;
  /** Undoes or redoes until so many edits of the history are made. */
  goTo(made: number): void;
  select(selection: Selection): void;
  selectNode(node: string): void;
  /** Moves the canvas where a layer lies out of view. */
  bringIntoView(node: string): void;
  /** Selects a layer and brings it into view. */
  focusLayer(node: string): void;
  /** Puts another document on the canvas, with a history of its own. */
  open(document: NetworkDocument, path: string | null): void;
  /** Goes on with a document of which no file has the last changes, so many of them. */
  restore(document: NetworkDocument, path: string | null, unsavedChanges: number): void;
  /** The document is in a file as it was in that state, to which edits may have been added since. */
  markSaved(path: string, then: Pick<EditorState, 'projectNumber' | 'history'>): void;
  /** Another project was saved over its file: no file has it any more. */
  loseFile(): void;
  lockStructure(locked: boolean): void;
}

/** The document being edited in each tab, its history and analysis, and what is selected. */
export const useEditor = createPerTab<EditorState>((set, get, tab) => {
  const notices = useNotice.of(tab);
  /** Moves to another state of the history; the analysis follows only where the network changed. */
  const show = (history: History) => {
    notices.getState().dismiss();
    set(({ history: before, analysis, selection }) => ({
      history,
      analysis: sameNetwork(before.document, history.document) ? analysis : analyse(history.document),
      selection: selectionWithin(history.document, selection),
    }));
  };

  const refusesWhileLocked = (): boolean => {
    const { structureLocked } = get();
    if (structureLocked) notices.getState().show(lockedNotice);
    return structureLocked;
  };

  const start = lenet5.create();
  return {
    history: startHistory(start),
    analysis: analyse(start),
    selection: nothingSelected,
    projectNumber: nextProjectNumber(),
    asBegun: true,
    path: null,
    savedEdit: null,
    carriedChanges: 0,
    structureLocked: false,
    attention: null,

    apply(edit, mergeKey) {
      if (edit.changes.length === 0) return;
      if (!allowedWhileLocked(edit) && refusesWhileLocked()) return;
      show(record(get().history, edit, mergeKey));
    },
    endMerge: () => set(({ history }) => ({ history: endMerge(history) })),
    undo() {
      const { history } = get();
      if (mayWhileLocked(history.past.at(-1)?.undo) || !refusesWhileLocked()) show(undo(history));
    },
    redo() {
      const { history } = get();
      if (mayWhileLocked(history.future.at(0)?.redo) || !refusesWhileLocked()) show(redo(history));
    },
    goTo(made) {
      if (!refusesWhileLocked()) show(goTo(get().history, made));
    },
    select: (selection) => set({ selection }),
    selectNode: (node) => set({ selection: { nodes: [node], edges: [] } }),
    bringIntoView: (node) => set({ attention: { node } }),
    focusLayer: (node) => set({ selection: { nodes: [node], edges: [] }, attention: { node } }),
    open(document, path) {
      notices.getState().dismiss();
      set({
        history: startHistory(document),
        analysis: analyse(document),
        selection: nothingSelected,
        projectNumber: nextProjectNumber(),
        asBegun: false,
        path,
        savedEdit: null,
        carriedChanges: 0,
        attention: null,
      });
    },
    restore(document, path, unsavedChanges) {
      get().open(document, path);
      if (unsavedChanges > 0) set({ savedEdit: outOfReach, carriedChanges: unsavedChanges });
    },
    markSaved(path, { projectNumber, history }) {
      if (get().projectNumber !== projectNumber) return;
      set({ path, savedEdit: history.past.at(-1)?.redo ?? null, carriedChanges: 0 });
    },
    loseFile: () => set({ path: null, savedEdit: outOfReach, carriedChanges: 1 }),
    lockStructure(structureLocked) {
      notices.getState().dismissPassing();
      set({ structureLocked });
    },
  };
});

let projects = 0;

function nextProjectNumber(): number {
  projects += 1;
  return projects;
}

const lockedNotice = {
  message: 'The network is training, and a run keeps the network it started with.',
  advice: 'Stop the run to edit layers, connections and settings.',
};

/** Whether an edit, if there is one, may be made or taken back also while a run holds the network. */
export function mayWhileLocked(edit: Edit | undefined): boolean {
  return edit !== undefined && allowedWhileLocked(edit);
}

/**
 * Names and notes don't touch the compiled network; training settings and first weights take effect with the next run; a block that is opened or
 * collapsed may make other cards move.
 */
function allowedWhileLocked({ changes }: Edit): boolean {
  const showsBlock = changes.some(({ type }) => type === 'changeBlock');
  return changes.every(
    ({ type }) =>
      type === 'setName' ||
      type === 'setLabel' ||
      type === 'addNote' ||
      type === 'removeNote' ||
      type === 'changeNote' ||
      type === 'setTraining' ||
      type === 'setStartingWeights' ||
      (showsBlock && (type === 'changeBlock' || type === 'moveNodes')),
  );
}

export function useDocument(): NetworkDocument {
  return useEditor((state) => state.history.document);
}

export function useAnalysis(): Analysis {
  return useEditor((state) => state.analysis);
}

/** Whether the canvas still holds what the window began with. */
export function isUntouched(state: EditorState): boolean {
  return state.asBegun && isUnedited(state);
}

/** Whether a tab holds what the window begins with, or an empty network, which no file has and nobody has edited. */
export function isBlank(state: EditorState): boolean {
  const { asBegun, history, path } = state;
  const begun = asBegun || history.document.nodes.length === 0;
  return begun && path === null && isUnedited(state) && !hasUnsavedChanges(state);
}

/** Whether nothing was edited since the project was opened, or what was is undone and forgotten. */
export function isUnedited({ history }: Pick<EditorState, 'history'>): boolean {
  return history.past.length === 0 && history.future.length === 0;
}
