import { create } from 'zustand';
import type { Position } from '../../../network/graph/document';
import type { ConnectionStart } from '../../../network/graph/possibleEnds';
import { useEditor } from '../../editor/editorStore';
import { clearTargets, markTargets } from '../connectionTargets';
import { endSkip, leadSkip } from '../skipping/skipStore';

/** A choice that a person is asked for over the canvas. */
export type Picker =
  /** Which layer comes next, or is put down here. */
  | {
      readonly type: 'layer';
      /** Point of the window, in px. */
      readonly at: Position;
      /** Where the layer goes; null where it goes into the row, behind what is selected. */
      readonly position: Position | null;
      /** The end that it is connected to; null where it stands alone. */
      readonly start: ConnectionStart | null;
    }
  /** Which layer a connection leads to. */
  | { readonly type: 'end'; readonly from: string }
  /** Which connection a shortcut leads to. */
  | { readonly type: 'skip'; readonly from: string };

interface PickerState {
  readonly picker: Picker | null;
  /** The layer kind that the list points at. */
  readonly aimedKind: string | null;
  /** Rises with each request to pick a layer for where the pointer is, which the canvas knows. */
  readonly picksHere: number;
  pickLayer(at: Position, position: Position | null, start: ConnectionStart | null): void;
  pickLayerHere(): void;
  pickEnd(from: string): void;
  pickSkip(from: string): void;
  aim(kind: string | null): void;
  close(): void;
}

export const usePicker = create<PickerState>((set) => ({
  picker: null,
  aimedKind: null,
  picksHere: 0,
  pickLayer(at, position, start) {
    if (!useEditor.getState().structureLocked)
      set({ picker: { type: 'layer', at, position, start }, aimedKind: null });
  },
  pickLayerHere: () => set(({ picksHere }) => ({ picksHere: picksHere + 1 })),
  pickEnd(from) {
    markTargets({ node: from, type: 'source' });
    set({ picker: { type: 'end', from } });
  },
  pickSkip(from) {
    if (useEditor.getState().structureLocked) return;
    leadSkip(from, null, null);
    set({ picker: { type: 'skip', from } });
  },
  aim: (aimedKind) => set({ aimedKind }),
  close() {
    clearTargets();
    endSkip();
    set({ picker: null, aimedKind: null });
  },
}));
