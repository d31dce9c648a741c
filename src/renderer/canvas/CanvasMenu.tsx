import { useReactFlow } from '@xyflow/react';
import { ContextMenu } from 'radix-ui';
import { type MouseEvent, type ReactElement, useRef } from 'react';
import type { Position } from '../../network/graph/document';
import menu from '../controls/Menu.module.css';
import { convertToPlain } from '../conversion/conversionActions';
import { askForResidual } from '../conversion/conversionStore';
import { selectBlock } from '../editor/blockActions';
import { selectCard } from '../editor/cardSelection';
import { useDocument, useEditor } from '../editor/editorStore';
import { focusName } from '../editor/focus';
import { deleteSelection } from '../editor/layerActions';
import { useNotice } from '../editor/noticeStore';
import { seenNetwork } from '../editor/seenNetwork';
import { duplicateSelection, selectAll, tidy } from '../editor/selectionActions';
import { FreezeMenuItems } from '../fineTuning/FreezeMenuItems';
import { t } from '../language/t';
import { commandKeys } from '../project/shortcutLabels';
import { BlockMenuItems } from './blocks/BlockMenuItems';
import { blockOfFrame } from './blocks/flowFrames';
import { positionAround } from './cardGeometry';
import { cardAt } from './connectionTarget';
import { edgeId } from './flowEdges';
import { Item, Separator } from './MenuItems';
import { usePicker } from './pickers/pickerStore';
import { useView } from './viewStore';

/** The menu of the right mouse button: for the layers or the connection under the pointer, or for the canvas. */
export function CanvasMenu({ children }: { children: ReactElement }) {
  const flow = useReactFlow();
  const at = useRef<Position>({ x: 0, y: 0 });
  /** What is done once the menu is gone, for it would take the focus back. */
  const next = useRef<(() => void) | null>(null);
  const { nodes } = useDocument();
  const { nodes: layers, edges } = useEditor((state) => state.selection);
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
  const [layer] = layers;
  const anything = layers.length + edges.length > 0;
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
            next.current?.();
            next.current = null;
          }}
        >
          {layer !== undefined && layers.length === 1 && (
            <>
              <Item
                label={t`Connect to…`}
                keys="L"
                disabled={locked}
                onSelect={afterClosing(() => usePicker.getState().pickEnd(layer))}
              />
              <Item
                label={t`Add shortcut from here…`}
                keys="S"
                disabled={locked}
                onSelect={afterClosing(() => usePicker.getState().pickSkip(layer))}
              />
              <Item label={t`Rename`} keys="F2" onSelect={afterClosing(focusName)} />
              <Separator />
            </>
          )}
          {!anything && (
            <>
              <Item label={t`Add a layer here…`} disabled={locked} onSelect={afterClosing(addHere)} />
              <Separator />
            </>
          )}
          <BlockMenuItems locked={locked} afterClosing={afterClosing} />
          <FreezeMenuItems locked={locked} afterClosing={afterClosing} />
          {layers.length > 0 && (
            <>
              <Item
                label={t`Cut`}
                keys={commandKeys('X')}
                disabled={locked}
                onSelect={afterClosing(() => document.execCommand('cut'))}
              />
              <Item
                label={t`Copy`}
                keys={commandKeys('C')}
                onSelect={afterClosing(() => document.execCommand('copy'))}
              />
            </>
          )}
          <Item
            label={t`Paste`}
            keys={commandKeys('V')}
            disabled={locked}
            onSelect={afterClosing(() => void paste())}
          />
          {layers.length > 0 && (
            <Item
              label={t`Duplicate`}
              keys={commandKeys('D')}
              disabled={locked}
              onSelect={duplicateSelection}
            />
          )}
          {layers.length > 1 && (
            <>
              <Item
                label={t`Convert to residual…`}
                disabled={locked}
                onSelect={afterClosing(askForResidual)}
              />
              <Item label={t`Convert to plain`} disabled={locked} onSelect={convertToPlain} />
            </>
          )}
          {anything && <Item label={t`Delete`} keys="Del" disabled={locked} onSelect={deleteSelection} />}
          {!anything && nodes.length > 0 && (
            <>
              <Separator />
              <Item label={t`Select all`} keys={commandKeys('A')} onSelect={selectAll} />
              <Item label={t`Tidy layout`} keys="T" disabled={locked} onSelect={tidy} />
              <Item
                label={t`Convert to residual…`}
                disabled={locked}
                onSelect={afterClosing(askForResidual)}
              />
              <Item label={t`Convert to plain`} disabled={locked} onSelect={convertToPlain} />
              <Item label={t`Fit the network`} keys="Shift 1" onSelect={useView.getState().fit} />
            </>
          )}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
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
  const id = target instanceof Element ? target.closest('.react-flow__edge')?.getAttribute('data-id') : null;
  const edge = history.document.edges.find((candidate) => edgeId(candidate) === id);
  select({ nodes: [], edges: edge === undefined ? [] : [edge] });
}

async function paste(): Promise<void> {
  if (await window.layerwise.call('paste', undefined)) return;
  useNotice.getState().show({
    message: t`The browser keeps the clipboard from this page.`,
    advice: t`Press ${commandKeys('V')} instead, or allow the page to read the clipboard.`,
  });
}
