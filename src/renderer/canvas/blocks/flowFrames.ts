import type { BlockFrame } from '../../../network/graph/blocks/blockFrames';
import type { FlowNode } from '../flowNodes';

const framePrefix = 'frame:';
const titlePrefix = 'title:';

/** Whether React Flow knows a frame or the title of one by this id. */
export function isFrame(id: string): boolean {
  return id.startsWith(framePrefix) || id.startsWith(titlePrefix);
}

/** The block whose frame React Flow knows by this id. */
export function blockOfFrame(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

interface DrawnAs {
  readonly frame: BlockFrame;
  readonly selected: boolean;
  readonly locked: boolean;
  readonly nodes: readonly FlowNode[];
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
        same ? before : { frame, selected, locked, nodes: flowFrame(frame, selected, locked) },
      );
    }
    drawn = next;
    return Array.from(next.values(), ({ nodes }) => nodes).flat();
  };
}

/** The frame behind cards and connections, and its title before them, so that both can be pointed at. */
function flowFrame(
  { block, depth, x, y, width, height }: BlockFrame,
  selected: boolean,
  locked: boolean,
): readonly FlowNode[] {
  const shared = {
    position: { x, y },
    width,
    selected,
    selectable: false,
    connectable: false,
    focusable: false,
    // Cards, connections and the ground are pointed at through it; only what is in the title is in the way.
    style: { pointerEvents: 'none' },
  } as const;
  const dataOf = (id: string) => ({
    layer: { id, kind: 'frame', label: block.label, config: {}, position: { x, y } },
    compact: false,
  });
  const [back, front] = [framePrefix + block.id, titlePrefix + block.id];
  return [
    {
      ...shared,
      id: back,
      type: 'frame',
      data: dataOf(back),
      height,
      measured: { width, height },
      zIndex: depth - depthBehind,
      draggable: false,
    },
    {
      ...shared,
      id: front,
      type: 'title',
      data: dataOf(front),
      height: titleHeight,
      measured: { width, height: titleHeight },
      zIndex: 1,
      draggable: !locked,
      dragHandle: '[data-frame-title]',
    },
  ];
}

const titleHeight = 28;
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
