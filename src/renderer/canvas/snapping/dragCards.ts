import type { NodePositionChange } from '@xyflow/react';
import { moveBlock } from '../../../network/graph/blocks/blockEdits';
import { moveCards } from '../../../network/graph/blocks/moveItems';
import type { Position } from '../../../network/graph/document';
import type { Box } from '../../../network/graph/routing/box';
import { useEditor } from '../../editor/editorStore';
import { seenNetwork } from '../../editor/seenNetwork';
import { noteOf } from '../../notes/noteKeys';
import { blockOfFrame } from '../blocks/flowFrames';
import type { FlowNode } from '../flowNodes';
import { dragShift, type View } from './dragShift';

/** All moves of one drag are one entry of the history. */
const dragKey = 'drag';

/** Moves what is dragged: cards and notes, which keep their places among each other, or an open block by its title. */
export function dragCards(
  nodes: readonly FlowNode[],
  changes: readonly NodePositionChange[],
  view: View,
): void {
  const led = new Map(
    changes.flatMap(({ id, position }) => (position === undefined ? [] : [[id, position]])),
  );
  const dragged = nodes.filter(({ id }) => led.has(id));
  const title = dragged.find(({ type }) => type === 'title');
  const [first] = dragged;
  // A selected block is dragged by its title together with its cards, which move with it.
  if (title !== undefined) dragBlock(nodes, title, led.get(title.id) ?? title.position, view);
  else if (first !== undefined) {
    const by = dragShift(
      dragged.map(boxOf),
      first.data.layer.position,
      distance(first.position, led.get(first.id) ?? first.position),
      nodes.filter((node) => isCard(node) && !led.has(node.id)).map(boxOf),
      view,
    );
    const positions: Record<string, Position> = {};
    const notes = new Map<string, Position>();
    for (const { id, data } of dragged) {
      const note = noteOf(id);
      if (note === null) positions[id] = moved(data.layer.position, by);
      else notes.set(note, moved(data.layer.position, by));
    }
    const { history, apply } = useEditor.getState();
    apply(moveCards(history.document, positions, notes), dragKey);
  }
}

/** Moves an open block with all that is in it; its first layer is what comes to lie on the grid. */
function dragBlock(nodes: readonly FlowNode[], title: FlowNode, to: Position, view: View): void {
  const { history, apply } = useEditor.getState();
  const block = blockOfFrame(title.id);
  const { tree, cardOf } = seenNetwork(history.document);
  const layers = tree.layers(block);
  const within = new Set(layers.map(({ id }) => cardOf(id)));
  const inside = nodes.filter(({ id }) => within.has(id)).map(boxOf);
  const standing = nodes.filter((node) => isCard(node) && !within.has(node.id)).map(boxOf);
  const anchor = layers[0]?.position ?? title.position;
  const by = dragShift(inside, anchor, distance(title.position, to), standing, view);
  apply(moveBlock(history.document, block, by), dragKey);
}

function isCard({ type }: FlowNode): boolean {
  return type === 'layer' || type === 'block';
}

function boxOf({ position, measured }: FlowNode): Box {
  return { ...position, width: measured?.width ?? 0, height: measured?.height ?? 0 };
}

function distance(from: Position, to: Position): Position {
  return { x: to.x - from.x, y: to.y - from.y };
}

function moved({ x, y }: Position, by: Position): Position {
  return { x: x + by.x, y: y + by.y };
}
