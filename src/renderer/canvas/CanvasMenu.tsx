import { useReactFlow } from '@xyflow/react';
import { ContextMenu } from 'radix-ui';
import { type MouseEvent, type ReactElement, useRef } from 'react';
import type { Position } from '../../network/graph/document';
import { commandKeys } from '../commands/keymap';
import { useKeysText } from '../commands/useKeysText';
import menu from '../controls/Menu.module.css';
import { selectBlock } from '../editor/blockActions';
import { selectCard } from '../editor/cardSelection';
import { useDocument, useEditor } from '../editor/editorStore';
import { focusCard } from '../editor/focus';
import { isFocusLost } from '../editor/focusOrigin';
import { seenNetwork } from '../editor/seenNetwork';
import { FreezeMenuItems } from '../fineTuning/FreezeMenuItems';
import { t } from '../language/t';
import { NoteMenuItems } from '../notes/NoteMenuItems';
import { selectNote, writeNote } from '../notes/noteActions';
import { ArrangeMenuItems } from './ArrangeMenuItems';
import { BlockMenuItems } from './blocks/BlockMenuItems';
import { blockOfFrame } from './blocks/flowFrames';
import { positionAround } from './cardGeometry';
import { cardAt } from './connectionTarget';
import { edgeId } from './flowEdges';
import { CommandItem, Item, Separator } from './MenuItems';
import { usePicker } from './pickers/pickerStore';
import { onGrid } from './snapping/grid';

/** The menu of the right mouse button: for the layers or the connection under the pointer, or for the canvas. */
export function CanvasMenu({ children }: { children: ReactElement }) {
  const flow = useReactFlow();
  const at = useRef<Position>({ x: 0, y: 0 });
  /** What is done once the menu is gone, for it would take the focus back. */
  const next = useRef<(() => void) | null>(null);
  const { nodes } = useDocument();
  const { nodes: layers, edges, notes = [] } = useEditor((state) => state.selection);
  const locked = useEditor((state) => state.structureLocked);
  const open = (event: MouseEvent) => {
    at.current = { x: event.clientX, y: event.clientY };
    selectUnder(event);
  };
  const addHere = () => {
    const position = positionAround(flow.screenToFlowPosition(at.current));
    usePicker.getState().pickLayer(at.current, position, null);
  };
  const afterClosing = (action: () => void) => () => {
    next.current = action;
  };
  const addKeys = useKeysText('layers.addHere');
  const writeHere = () => writeNote(onGrid(flow.screenToFlowPosition(at.current)));
  const anything = layers.length + edges.length + notes.length > 0;
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild onContextMenu={open}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className={menu['menu']}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const last = layers.at(-1);
            if (next.current !== null) next.current();
            else if (last !== undefined && isFocusLost()) focusCard(last);
            next.current = null;
          }}
        >
          {layers.length === 1 && (
            <>
              <CommandItem id="network.connect" afterClosing={afterClosing} />
              <CommandItem id="network.addShortcut" afterClosing={afterClosing} />
              <CommandItem id="edit.rename" afterClosing={afterClosing} />
              <Separator />
            </>
          )}
          {!anything && (
            <>
              <Item
                label={t`Add a layer here…`}
                keys={addKeys}
                disabled={locked}
                onSelect={afterClosing(addHere)}
              />
              <Item label={t`Write a note here`} onSelect={afterClosing(writeHere)} />
              <Separator />
            </>
          )}
          <BlockMenuItems afterClosing={afterClosing} />
          <FreezeMenuItems afterClosing={afterClosing} />
          <NoteMenuItems afterClosing={afterClosing} />
          {layers.length + notes.length > 0 && (
            <>
              <CommandItem id="edit.cut" keys={commandKeys('X')} afterClosing={afterClosing} />
              <CommandItem id="edit.copy" keys={commandKeys('C')} afterClosing={afterClosing} />
            </>
          )}
          <CommandItem id="edit.paste" keys={commandKeys('V')} afterClosing={afterClosing} />
          {layers.length + notes.length > 0 && <CommandItem id="edit.duplicate" />}
          {layers.length > 1 && (
            <>
              <ArrangeMenuItems />
              <Conversions afterClosing={afterClosing} />
            </>
          )}
          {anything && <CommandItem id="edit.delete" />}
          {!anything && nodes.length > 0 && (
            <>
              <Separator />
              <CommandItem id="edit.selectAll" afterClosing={afterClosing} />
              <CommandItem id="edit.tidy" />
              <Conversions afterClosing={afterClosing} />
              <CommandItem id="view.fit" />
            </>
          )}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function Conversions({ afterClosing }: { afterClosing: (action: () => void) => () => void }) {
  return (
    <>
      <CommandItem id="network.convertToResidual" afterClosing={afterClosing} />
      <CommandItem id="network.convertToPlain" />
    </>
  );
}

/** What lies under the pointer is what the menu is about; nothing under it, the canvas. */
function selectUnder({ clientX, clientY, target }: MouseEvent): void {
  const { history, selection, select } = useEditor.getState();
  const frame = target instanceof Element ? target.closest('[data-frame-title]') : null;
  const framed = frame?.closest('.react-flow__node')?.getAttribute('data-id');
  if (framed) {
    selectBlock(blockOfFrame(framed));
    return;
  }
  const card = cardAt(clientX, clientY);
  if (card !== null) {
    const shown = seenNetwork(history.document).layersOf(card);
    if (!shown.every((layer) => selection.nodes.includes(layer))) selectCard(card);
    return;
  }
  const note = target instanceof Element ? target.closest<HTMLElement>('[data-note]')?.dataset['note'] : null;
  if (note) {
    if (selection.notes?.includes(note) !== true) selectNote(note);
    return;
  }
  const id = target instanceof Element ? target.closest('.react-flow__edge')?.getAttribute('data-id') : null;
  const edge = history.document.edges.find((candidate) => edgeId(candidate) === id);
  select({ nodes: [], edges: edge === undefined ? [] : [edge] });
}
