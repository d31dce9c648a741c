import { type Area, emptyArea, joined, onGrid } from './area';
import type { Flow } from './flow';
import { type PageShape, paragraph } from './paragraph';
import { takeApart } from './pieces';

/** A connected part of a flow as rows beneath one another; the line is that of the first. */
export function pageArea(flow: Flow, ids: readonly string[], shape: PageShape): Area {
  return underOneAnother(rowsOfPage(flow, ids, shape), shape.rowGap);
}

/** The rows of a connected part of a flow. */
export function rowsOfPage(flow: Flow, ids: readonly string[], shape: PageShape): readonly Area[] {
  return paragraph(flow, takeApart(flow, ids).parts, shape);
}

/** Areas beneath one another; the line is that of the first. */
export function underOneAnother(areas: readonly Area[], gap: number): Area {
  let page = emptyArea;
  for (const [index, area] of areas.entries())
    page = index === 0 ? area : joined(page, area, 0, onGrid(page.down + gap + area.up));
  return page;
}
