import type { Analysis } from '../../analysis/analysis';
import { layerKind } from '../../layers/registry';
import type { LayerNode, NetworkDocument, Position } from '../document';
import type { Edit } from '../edits';
import { moveLayers } from '../layerEdits';
import { canvasGrid } from '../layout';
import { onGrid } from './area';
import { flowOf, type TidyItem } from './flow';
import { paragraph } from './paragraph';
import { connectedParts, takeApart } from './pieces';

/**
 * Puts all layers in order: from left to right as data flows, in rows that wrap like text where a stage ends. Branches
 * run side by side, shortcuts have room above their row, and layers without a connection come last.
 */
export function tidyLayout(document: NetworkDocument, analysis: Analysis): Edit {
  const { left, top, column, row } = canvasGrid;
  const items = new Map(document.nodes.map((node) => [node.id, itemOf(node, analysis)]));
  const flow = flowOf(items, document.edges);
  const parts = connectedParts(flow, flow.order);
  const positions: Record<string, Position> = {};
  let ceiling = top;
  for (const ids of parts.filter(({ length }) => length > 1)) {
    const { parts: pieces } = takeApart(flow, ids);
    for (const area of paragraph(flow, pieces, page)) {
      const line = ceiling + onGrid(Math.max(0, area.up - halfCard)) + halfCard;
      for (const { id, x, y } of area.places)
        positions[id] = { x: left + x - inset(items.get(id)), y: line + y - halfCard };
      ceiling = line + halfCard + onGrid(Math.max(0, area.down - halfCard)) + rowGap;
    }
  }
  const alone = document.nodes.filter(({ id }) => positions[id] === undefined);
  for (const [index, { id }] of alone.entries())
    positions[id] = {
      x: left + (index % aloneInRow) * column,
      y: ceiling + Math.floor(index / aloneInRow) * row,
    };
  return { ...moveLayers(document, positions), label: 'Tidy layout' };
}

const halfCard = canvasGrid.cardHeight / 2;
const rowGap = canvasGrid.row - canvasGrid.cardHeight;
const aloneInRow = 6;
/** A row may always hold seven cards; a page is so many times as wide as it is high, as screens are. */
const page = { narrowest: 7 * canvasGrid.column, rowGap, aspect: 1.6 } as const;
/** Width that an operation takes which is drawn as a circle. */
const circle = 36;

function itemOf({ id, kind, config }: LayerNode, analysis: Analysis): TidyItem {
  const { category, inputs, terminal } = layerKind(kind);
  const sum = kind === 'add';
  return {
    id,
    width: sum ? circle : canvasGrid.cardWidth,
    up: halfCard,
    down: halfCard,
    sum,
    follower: inputs === 'one' && (category === 'activation' || category === 'normalization'),
    pooling: category === 'pooling',
    weight: terminal === true ? 1 + Number(config['lossWeight'] ?? 1) : 0,
    extent: extentOf(analysis, id),
  };
}

/** A narrow item stands in the middle of a card's place. */
function inset(item: TidyItem | undefined): number {
  return item === undefined ? 0 : (canvasGrid.cardWidth - item.width) / 2;
}

function extentOf(analysis: Analysis, id: string): number {
  const shape = analysis.nodes.get(id)?.outputShape;
  if (!shape) return 0;
  return shape.length === 3 ? (shape[0] ?? 0) : 1;
}
