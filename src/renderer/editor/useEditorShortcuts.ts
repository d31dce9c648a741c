import { useEffect } from 'react';
import { layerKinds } from '../../network/layers/registry';
import { snapDistance } from '../canvas/cardGeometry';
import { usePicker } from '../canvas/pickers/pickerStore';
import { useView } from '../canvas/viewStore';
import { searchLayers } from '../palette/layerSearch';
import { useShortcutSheet } from '../shortcuts/shortcutSheetStore';
import { isCovered } from '../views/openView';
import { collapseSelection, isCollapsedCard, openCard, ungroupSelection } from './blockActions';
import { useEditor } from './editorStore';
import { focusCard, focusForm, focusName } from './focus';
import { isOnCanvas, isTyping, keepsKeys } from './keyTarget';
import { appendLayer, deleteSelection } from './layerActions';
import { type Direction, neighbour } from './neighbours';
import { seenNetwork } from './seenNetwork';
import { nothingSelected } from './selection';
import { duplicateSelection, nudgeSelection, selectAll, tidy } from './selectionActions';
import { skipFromSelected } from './skipFromSelected';

const directions: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

const nudges: Readonly<Record<Direction, readonly [right: number, down: number]>> = {
  left: [-snapDistance, 0],
  right: [snapDistance, 0],
  up: [0, -snapDistance],
  down: [0, snapDistance],
};

/** The editor's keys. What is in the application menu comes as a command, and the clipboard's keys as its events. */
export function useEditorShortcuts(): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (isCovered() && event.key !== '?') return;
      const done =
        event.ctrlKey || event.metaKey ? obeyWithControl(event) : event.altKey ? move(event) : obey(event);
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
}

/** True where the key did something, as all of these. */
function obeyWithControl({ key, altKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (shiftKey) return key.toLowerCase() === 'g' && did(ungroupSelection);
  switch (key.toLowerCase()) {
    case 'a':
      selectAll();
      return true;
    case 'd':
      duplicateSelection();
      return true;
    case 'g':
      collapseSelection();
      return true;
    default:
      return false;
  }
}

function move({ key, target }: KeyboardEvent): boolean {
  const direction = directions.get(key);
  if (direction === undefined || keepsKeys(target)) return false;
  nudgeSelection(...nudges[direction]);
  return true;
}

function obey(event: KeyboardEvent): boolean {
  const { key, code, shiftKey, target } = event;
  if (shiftKey && code === 'Digit1') return did(useView.getState().fit);
  if (shiftKey && code === 'Digit2') return did(useView.getState().zoomToSelection);
  if (key === '?') return did(useShortcutSheet.getState().show);
  if (key === '/') return did(searchLayers);
  if (key === 'Escape') return did(() => leave(target));
  if (key === 'F2') return focusName();
  if (keepsKeys(target)) return false;
  if (key === 'Delete' || key === 'Backspace') return did(deleteSelection);
  const direction = directions.get(key);
  if (direction !== undefined) return isOnCanvas(target) && moveSelection(direction, shiftKey);
  if (shiftKey) return false;
  if (key === 'Enter') return isOnCanvas(target) && isCard(target) && (openBlock(target) || focusForm());
  if (key === 't') return did(tidy);
  if (key === 'l') return connectSelected();
  if (key === 's') return skipFromSelected();
  return appendByKey(key, target);
}

/** From the form back to the card, and from the card to nothing selected. */
function leave(target: EventTarget | null): void {
  const { selection, select } = useEditor.getState();
  const last = selection.nodes.at(-1);
  if (keepsKeys(target) && last !== undefined) focusCard(last);
  else select(nothingSelected);
}

function did(action: () => void): true {
  action();
  return true;
}

/** Adds the layer that a letter stands for. */
function appendByKey(key: string, target: EventTarget | null): boolean {
  const kind = layerKinds.find(({ shortcut }) => shortcut === key.toLowerCase());
  if (kind === undefined) return false;
  appendLayer(kind.kind);
  const [added] = useEditor.getState().selection.nodes;
  if (added !== undefined && isOnCanvas(target)) focusCard(added);
  return true;
}

/** Asks which layer the selected one leads to. */
function connectSelected(): boolean {
  const { selection, structureLocked } = useEditor.getState();
  const from = selection.nodes.at(-1);
  if (from === undefined || structureLocked) return false;
  usePicker.getState().pickEnd(from);
  return true;
}

/** Opens the block whose card has the focus. False where it is a layer's. */
function openBlock(target: EventTarget | null): boolean {
  const key = target instanceof HTMLElement ? target.dataset['layer'] : undefined;
  return key !== undefined && isCollapsedCard(key) && did(() => openCard(key));
}

/** Selects the card that an arrow key leads to, alone or besides the others, and moves the focus along. */
function moveSelection(direction: Direction, besides: boolean): boolean {
  const { history, selection, select, bringIntoView } = useEditor.getState();
  const seen = seenNetwork(history.document);
  const last = selection.nodes.at(-1);
  const from = last === undefined ? seen.nodes[0]?.id : seen.cardOf(last);
  const to = from === undefined ? null : neighbour(seen, from, direction);
  const next = to ?? (selection.nodes.length === 0 ? from : undefined);
  if (next === undefined) return false;
  const layers = seen.layersOf(next);
  const others = besides ? selection.nodes.filter((id) => !layers.includes(id)) : [];
  select({ nodes: [...others, ...layers], edges: [] });
  const [first] = layers;
  if (first === undefined) return false;
  focusCard(first);
  bringIntoView(first);
  return true;
}

function isCard(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.matches('[data-layer]'));
}
