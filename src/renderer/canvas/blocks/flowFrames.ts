import type { BlockFrame } from '../../../network/graph/blocks/blockFrames';
import type { FlowNode } from '../flowNodes';

const prefix = 'frame:';

export function isFrame(id: string): boolean {
  return id.startsWith(prefix);
}

/** The block whose frame React Flow knows by this id. */
export function blockOfFrame(id: string): string {
  return id.slice(prefix.length);
}

interface DrawnAs {
  readonly frame: BlockFrame;
  readonly selected: boolean;
  readonly locked: boolean;
  readonly node: FlowNode;
}

/** Turns the frames of open blocks into React Flow's nodes; a frame that is drawn as before keeps its object. */
export function createFlowFrames(): (
  frames: readonly BlockFrame[],
  mode: { readonly selected: string | null; readonly locked: boolean },
) => FlowNode[] {
  let drawn = new Map<string, DrawnAs>();
  return (frames, { selected: chosen, locked }) => {
    const next = new Map<string, DrawnAs>();
    for (const frame of frames) {
      const selected = frame.block.id === chosen;
      const before = drawn.get(frame.block.id);
      const same =
        before !== undefined &&
        before.selected === selected &&
        before.locked === locked &&
        sameFrame(before.frame, frame);
      next.set(
        frame.block.id,
        same ? before : { frame, selected, locked, node: flowFrame(frame, selected, locked) },
      );
    }
    drawn = next;
    return Array.from(next.values(), ({ node }) => node);
  };
}

function flowFrame({ block, depth, x, y, width, height }: BlockFrame, selected: boolean, locked: boolean) {
  const id = prefix + block.id;
  const node: FlowNode = {
    id,
    type: 'frame',
    data: {
      layer: { id, kind: 'frame', label: block.label, config: {}, position: { x, y } },
      compact: false,
    },
    position: { x, y },
    width,
    height,
    measured: { width, height },
    zIndex: depth - depthBehind,
    selected,
    selectable: false,
    draggable: !locked,
    dragHandle: '[data-frame-title]',
    connectable: false,
    focusable: false,
    // Cards, connections and the ground are pointed at through it; only its title is in the way.
    style: { pointerEvents: 'none' },
  };
  return node;
}

/** Frames lie behind cards and connections, inner ones over outer ones. */
const depthBehind = 100;

function sameFrame(left: BlockFrame, right: BlockFrame): boolean {
  return (
    left.block.label === right.block.label &&
    left.depth === right.depth &&
    left.x === right.x &&
    left.y === right.y &&
    left.width === right.width &&
    left.height === right.height
  );
}
