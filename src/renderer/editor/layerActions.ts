/** What a person does to layers from the canvas, the palette and the keyboard. */
import { assertNever } from '../../network/assertNever';
import type { LayerEdge, Position } from '../../network/graph/document';
import {
  addLayer,
  addLayerBefore,
  connectLayers,
  insertLayer,
  removeLayers,
} from '../../network/graph/layerEdits';
import { canvasGrid } from '../../network/graph/layout';
import { removeSelected } from '../../network/graph/notes/removeSelected';
import { reconnectLayers } from '../../network/graph/reconnect';
import { layerKind } from '../../network/layers/registry';
import { withTheirTags } from './cardSelection';
import { useEditor } from './editorStore';
import { useNotice } from './noticeStore';
import { placeBehind } from './placement';
import { seenNetwork } from './seenNetwork';

/** Adds a layer behind the selected one or where data leaves the selected block, or at the end of the network, and selects it. */
export function appendLayer(kind: string): void {
  const { history, selection } = useEditor.getState();
  const { cardOf, endOf } = seenNetwork(history.document);
  const last = selection.nodes.at(-1);
  const end = last === undefined ? null : (endOf(cardOf(last), 'source') ?? last);
  appendBehind(kind, end === null ? [] : [end]);
}

/** Puts a layer behind the card that it was dropped on; in front of it, where nothing can follow that. */
export function dropOnLayer(kind: string, onto: string): void {
  const { nodes, edges } = useEditor.getState().history.document;
  const target = nodes.find(({ id }) => id === onto);
  if (target === undefined) return;
  const [incoming] = edges.filter(({ to }) => to === onto);
  if (layerKind(target.kind).terminal !== true) appendBehind(kind, [onto]);
  else if (incoming !== undefined) insertLayerOn(incoming, kind, target.position);
  else addBefore(kind, { x: target.position.x - canvasGrid.column, y: target.position.y }, onto);
}

function appendBehind(kind: string, nodes: readonly string[]): void {
  const { history, analysis } = useEditor.getState();
  const placement = placeBehind(history.document, analysis, nodes, layerKind(kind));
  switch (placement.type) {
    case 'onEdge':
      insertLayerOn(placement.edge, kind, placement.position);
      break;
    case 'behind':
      addAndSelect(addLayer(history.document, kind, placement.position, placement.node));
      break;
    case 'alone':
      addAndSelect(addLayer(history.document, kind, placement.position));
      break;
    default:
      assertNever(placement);
  }
}

/** Puts a layer at a place on the canvas, without a connection, and selects it. */
export function dropLayer(kind: string, position: Position): void {
  addAndSelect(addLayer(useEditor.getState().history.document, kind, position));
}

/** Puts a layer at a place on the canvas, connects it behind another, and selects it. */
export function addBehind(kind: string, position: Position, after: string): void {
  addAndSelect(addLayer(useEditor.getState().history.document, kind, position, after));
}

/** Puts a layer at a place on the canvas, connects it in front of another, and selects it. */
export function addBefore(kind: string, position: Position, before: string): void {
  addAndSelect(addLayerBefore(useEditor.getState().history.document, kind, position, before));
}

/** Puts a layer between the two layers of an edge and selects it. */
export function insertLayerOn(edge: LayerEdge, kind: string, position: Position): void {
  addAndSelect(insertLayer(useEditor.getState().history.document, edge, kind, position));
}

/** Connects two layers; where that can't be, says why over the canvas. */
export function connect(from: string, to: string): void {
  const { history, apply } = useEditor.getState();
  const result = connectLayers(history.document, from, to);
  if ('changes' in result) apply(result);
  else useNotice.getState().show(result);
}

/** Leads a connection to another layer; where that can't be, says why over the canvas. */
export function reconnect(edge: LayerEdge, from: string, to: string): void {
  const { history, apply } = useEditor.getState();
  const result = reconnectLayers(history.document, edge, from, to);
  if ('changes' in result) apply(result);
  else useNotice.getState().show(result);
}

/** Deletes one connection. */
export function disconnect(edge: LayerEdge): void {
  const { history, apply } = useEditor.getState();
  apply(removeLayers(history.document, [], [edge]));
}

/** Deletes what is selected: layers with their connections, single connections, and notes. */
export function deleteSelection(): void {
  const { history, selection, apply } = useEditor.getState();
  apply(removeSelected(history.document, { ...selection, nodes: withTheirTags(selection.nodes) }));
}

function addAndSelect({ edit, id }: ReturnType<typeof addLayer>): void {
  const { apply, selectNode, bringIntoView, structureLocked } = useEditor.getState();
  apply(edit);
  if (structureLocked) return;
  selectNode(id);
  bringIntoView(id);
}
