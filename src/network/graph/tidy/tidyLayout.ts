import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument, Position } from '../document';
import type { Edit } from '../edits';
import { moveLayers } from '../layerEdits';
import { canvasGrid } from '../layout';
import { wire } from '../wiring';
import { components } from './components';
import { lanes, longestAhead } from './lanes';
import { lines } from './lines';
import { ranks } from './ranks';

/**
 * Puts all layers in order: from left to right as data flows, in lines that wrap like text where a stage ends,
 * branches in lanes beneath one another, and layers without a connection in a last line.
 */
export function tidyLayout(document: NetworkDocument, analysis: Analysis): Edit {
  const { left, top, column: width, row: height } = canvasGrid;
  const positions: Record<string, Position> = {};
  const { connected, alone } = components(document);
  const wiring = wire(document);
  let firstRow = 0;
  for (const part of connected) {
    const rank = ranks(wiring, part);
    const ahead = longestAhead(wiring, rank);
    for (const line of lines(columnsOf(rank), rank, wiring, analysis)) {
      const lane = lanes(line, wiring, ahead);
      for (const [place, column] of line.entries())
        for (const id of column)
          positions[id] = { x: left + place * width, y: top + (firstRow + (lane.get(id) ?? 0)) * height };
      firstRow += 1 + Math.max(0, ...lane.values());
    }
  }
  for (const [index, id] of alone.entries())
    positions[id] = {
      x: left + (index % aloneInRow) * width,
      y: top + (firstRow + Math.floor(index / aloneInRow)) * height,
    };
  return { ...moveLayers(document, positions), label: 'Tidy layout' };
}

const aloneInRow = 6;

function columnsOf(rank: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const columns: string[][] = [];
  for (const [id, place] of rank) {
    const column = columns[place] ?? [];
    column.push(id);
    columns[place] = column;
  }
  return columns;
}
