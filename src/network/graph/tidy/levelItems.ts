import type { Analysis } from '../../analysis/analysis';
import { layerKind } from '../../layers/registry';
import { framePadding } from '../blocks/blockFrames';
import type { VisibleItem } from '../blocks/visibleItems';
import type { LayerNode } from '../document';
import { canvasGrid, sumCircle } from '../layout';
import { type Area, emptyArea, joined } from './area';
import { type Flow, flowOf, type TidyItem } from './flow';
import type { Level } from './levels';
import { rowsOfPage, underOneAnother } from './page';
import type { PageShape } from './paragraph';
import { connectedParts } from './pieces';

/** Half of a card's height, in px. */
export const halfCard = canvasGrid.cardHeight / 2;

export interface LevelContext {
  readonly analysis: Analysis;
  /** The block that a key stands for. */
  readonly blockOf: (key: string) => string;
  readonly shape: PageShape;
}

/** The flow through a level, each open block in it laid out as one item. */
export function levelFlow(
  levels: ReadonlyMap<string | null, Level>,
  block: string | null,
  { analysis, blockOf, shape }: LevelContext,
): Flow {
  const level = levels.get(block);
  const items = new Map<string, TidyItem>();
  for (const [key, card] of level?.children ?? []) {
    const item =
      card === null
        ? openBlock(levelFlow(levels, blockOf(key), { analysis, blockOf, shape }), shape)
        : cardItem(card, analysis);
    const leads = level?.leading.has(key) === true;
    items.set(key, { ...item, id: key, weight: item.weight + (leads ? leadingWeight : 0) });
  }
  return flowOf(items, level?.edges ?? []);
}

/** What leads on counts more than any output. */
const leadingWeight = 1e6;

type Placed = Omit<TidyItem, 'id'>;

function cardItem(card: VisibleItem, analysis: Analysis): Placed {
  if (card.type === 'layer') return layerItem(card.layer, analysis);
  const last = card.layers.at(-1);
  return {
    ...plain,
    block: true,
    area: cardArea(card.key, canvasGrid.cardWidth),
    weight: Math.max(0, ...card.layers.map((layer) => layerItem(layer, analysis).weight)),
    extent: last === undefined ? 0 : extentOf(analysis, last.id),
  };
}

const plain = { sum: false, follower: false, pooling: false, page: false, block: false } as const;

function layerItem({ id, kind, config }: LayerNode, analysis: Analysis): Placed {
  const { category, inputs, terminal } = layerKind(kind);
  const sum = kind === 'add';
  return {
    area: cardArea(id, sum ? sumCircle : canvasGrid.cardWidth),
    page: false,
    block: false,
    sum,
    follower: inputs === 'one' && (category === 'activation' || category === 'normalization'),
    pooling: category === 'pooling',
    weight: terminal === true ? 1 + Number(config['lossWeight'] ?? 1) : 0,
    extent: extentOf(analysis, id),
  };
}

function cardArea(id: string, width: number): Area {
  return { width, up: halfCard, down: halfCard, places: [{ id, x: 0, y: 0, width }], frames: [] };
}

/** All that is in an open block, in its frame. */
function openBlock(flow: Flow, shape: PageShape): Placed {
  const parts = connectedParts(flow, flow.order);
  const rows = parts.flatMap((ids) => rowsOfPage(flow, ids, shape));
  const inner = underOneAnother(rows, shape.rowGap);
  const items = [...flow.items.values()];
  const last = flow.order.at(-1);
  return {
    ...plain,
    area: framed(inner),
    page: rows.length > 1,
    weight: Math.max(
      0,
      ...items.map(({ weight }) => (weight >= leadingWeight ? weight - leadingWeight : weight)),
    ),
    extent: last === undefined ? 0 : (flow.items.get(last)?.extent ?? 0),
  };
}

/** With the frame as it is drawn around the cards and the frames in it, and room for arcs that rise above it. */
function framed(inner: Area): Area {
  const boxes = [
    ...inner.places.map(({ x, y, width }) => ({ x, y: y - halfCard, width, height: canvasGrid.cardHeight })),
    ...inner.frames,
  ];
  const { side, top, bottom } = framePadding;
  const left = Math.min(...boxes.map(({ x }) => x)) - side;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + side;
  const upper = Math.min(...boxes.map(({ y }) => y)) - top;
  const lower = Math.max(...boxes.map(({ y, height }) => y + height)) + bottom;
  const frame = { x: left, y: upper, width: right - left, height: lower - upper };
  const moved = joined(emptyArea, { ...inner, frames: [...inner.frames, frame] }, -left, 0);
  return { ...moved, width: right - left, up: Math.max(inner.up, -upper), down: Math.max(inner.down, lower) };
}

function extentOf(analysis: Analysis, id: string): number {
  const shape = analysis.nodes.get(id)?.outputShape;
  if (!shape) return 0;
  return shape.length === 3 ? (shape[0] ?? 0) : 1;
}
