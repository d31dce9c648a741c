import { type Node, type NodeHandle, Position as Side } from '@xyflow/react';
import type { LayerNode } from '../../network/graph/document';
import type { LayerKind } from '../../network/layers/defineLayer';
import { findLayerKind } from '../../network/layers/registry';
import { blockKind } from '../editor/seenNetwork';
import { cardSize, drawnPosition, type Size } from './cardGeometry';

/** A layer, or the stand-in of a block, as React Flow holds it. */
export type FlowNode = Node<
  { readonly layer: LayerNode; readonly compact: boolean },
  'layer' | 'block' | 'frame' | 'title' | 'note'
>;

interface DrawnAs {
  readonly layer: LayerNode;
  readonly selected: boolean;
  readonly compact: boolean;
  readonly locked: boolean;
  readonly crowded: boolean;
  readonly node: FlowNode;
}

/**
 * Turns layers into React Flow's nodes. A layer that is drawn as before keeps its node object, so that only
 * the cards that changed are drawn again. Tiles of a crowded canvas have no ports; where they become cards again, new
 * objects bring React Flow to forget that there were none, without which it would leave out their connections.
 */
export function createFlowNodes(): (
  layers: readonly LayerNode[],
  selected: readonly string[],
  mode: { readonly compact: boolean; readonly locked: boolean; readonly crowded: boolean },
) => FlowNode[] {
  let drawn = new Map<string, DrawnAs>();
  return (layers, selection, { compact, locked, crowded }) => {
    const chosen = new Set(selection);
    const next = new Map<string, DrawnAs>();
    for (const layer of layers) {
      const before = drawn.get(layer.id);
      const selected = chosen.has(layer.id);
      const same =
        before !== undefined &&
        before.layer === layer &&
        before.selected === selected &&
        before.compact === compact &&
        before.locked === locked &&
        before.crowded === crowded;
      next.set(layer.id, same ? before : drawLayer({ layer, selected, compact, locked, crowded }));
    }
    drawn = next;
    return Array.from(next.values(), ({ node }) => node);
  };
}

function drawLayer(drawnAs: Omit<DrawnAs, 'node'>): DrawnAs {
  return { ...drawnAs, node: flowNode(drawnAs) };
}

function flowNode({ layer, selected, compact, locked }: Omit<DrawnAs, 'node'>): FlowNode {
  const size = cardSize(layer.kind, compact);
  return {
    id: layer.id,
    type: layer.kind === blockKind ? 'block' : 'layer',
    data: { layer, compact },
    position: drawnPosition(layer.position, size),
    ...size,
    measured: size,
    handles: handles(findLayerKind(layer.kind), size),
    selected,
    draggable: !locked,
    connectable: !locked,
    focusable: false,
  };
}

/** Sizes are fixed, so handles are known without measuring: edges are there from the first frame. */
function handles(kind: LayerKind | undefined, { width, height }: Size): NodeHandle[] {
  const place = { y: height / 2, width: 1, height: 1 };
  const input: NodeHandle = { ...place, type: 'target', position: Side.Left, x: 0 };
  const output: NodeHandle = { ...place, type: 'source', position: Side.Right, x: width - 1 };
  if (kind?.inputs === 'none') return [output];
  return kind?.terminal === true ? [input] : [input, output];
}
