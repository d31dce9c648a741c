import { type Area, emptyArea, joined, onGrid } from './area';
import type { Flow } from './flow';
import { paragraph } from './paragraph';
import { takeApart } from './pieces';

export interface PageShape {
  /** A row may always be as wide as this, in px. */
  readonly narrowest: number;
  /** Distance of two rows. */
  readonly rowGap: number;
  /** A page is about so many times as wide as it is high. */
  readonly aspect: number;
  /** Width of the rows, in px; where it is left out, whichever makes a page of this shape. */
  readonly width?: number;
}

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
