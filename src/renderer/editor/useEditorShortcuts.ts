import { useEffect } from 'react';
import { layerKinds } from '../../network/layers/registry';
import { useView } from '../canvas/viewStore';
import { searchLayers } from '../palette/layerSearch';
import { useEditor } from './editorStore';
import { appendLayer, deleteSelection } from './layerActions';
import { type Direction, neighbour } from './neighbours';
import { nothingSelected } from './selection';

const directions: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

/** The editor's single keys. Those with Ctrl belong to the application menu. */
export function useEditorShortcuts(): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      if (obey(event)) event.preventDefault();
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
}

/** True where the key did something. */
function obey(event: KeyboardEvent): boolean {
  const { key, code, shiftKey } = event;
  if (shiftKey && code === 'Digit1') {
    useView.getState().fit();
    return true;
  }
  if (key === '/') {
    searchLayers();
    return true;
  }
  if (key === 'Escape') {
    useEditor.getState().select(nothingSelected);
    return true;
  }
  if (keepsKeys(event.target)) return false;
  if (key === 'Delete' || key === 'Backspace') {
    deleteSelection();
    return true;
  }
  const direction = directions.get(key);
  if (direction !== undefined) return isOnCanvas(event.target) && moveSelection(direction);
  const kind = shiftKey ? undefined : layerKinds.find(({ shortcut }) => shortcut === key.toLowerCase());
  if (kind === undefined) return false;
  appendLayer(kind.kind);
  const [added] = useEditor.getState().selection.nodes;
  // Its card comes with the next frame.
  if (added !== undefined && isOnCanvas(event.target)) requestAnimationFrame(() => focusCard(added));
  return true;
}

/** Selects the layer that an arrow key leads to, and moves the focus along. */
function moveSelection(direction: Direction): boolean {
  const { history, selection, selectNode, bringIntoView } = useEditor.getState();
  const from = selection.nodes.at(-1) ?? history.document.nodes[0]?.id;
  const to = from === undefined ? null : neighbour(history.document, from, direction);
  const next = to ?? (selection.nodes.length === 0 ? from : undefined);
  if (next === undefined) return false;
  selectNode(next);
  focusCard(next);
  bringIntoView(next);
  return true;
}

function focusCard(layer: string): void {
  const card = document.querySelector<HTMLElement>(`[data-layer="${CSS.escape(layer)}"]`);
  card?.focus({ preventScroll: true });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input, textarea, select') ||
    target.closest('[role="menu"], [role="dialog"], dialog, [role="listbox"]') !== null
  );
}

/** In a form, a letter or Delete is more likely a slip than meant for the canvas. */
function keepsKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-keeps-keys]') !== null;
}

/** Controls elsewhere have their own use for the arrow keys. */
function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target === document.body || target.closest('.react-flow') !== null;
}
