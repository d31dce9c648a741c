import type { Analysis } from '../analysis/analysis';
import type { NetworkDocument } from '../graph/document';
import { mainOutput } from '../graph/mainOutput';
import { findAdditions } from '../graph/shortcuts/findShortcuts';
import { upstream, type Wiring, wire } from '../graph/wiring';

/** A layer with a kernel. */
export interface SchematicBox {
  readonly id: string;
  readonly label: string;
}

/** Layers that work on images of one size. */
export interface SchematicRow {
  readonly label: string;
  /** "28×28", or "" where they are not about images. */
  readonly size: string;
  readonly boxes: readonly SchematicBox[];
}

/** A shortcut past boxes, which are counted through all rows: from behind one (−1 is the input) to behind another. */
export interface SchematicArc {
  readonly from: number;
  readonly to: number;
}

/** A network in small: its layers with kernels in the order of data, and its shortcuts past them. */
export interface Schematic {
  readonly rows: readonly SchematicRow[];
  readonly arcs: readonly SchematicArc[];
}

/** More boxes than these are broken into rows. */
const longestRow = 36;

export function schematicOf(document: NetworkDocument, analysis: Analysis): Schematic {
  const wiring = wire(document);
  const shortcuts = findAdditions(document, analysis).flatMap(({ main, shortcuts: found }) =>
    found.map((shortcut) => ({ ...shortcut, main: main.from })),
  );
  const aside = new Set(shortcuts.flatMap(({ layers }) => layers));
  const end = mainOutput(document.nodes);
  const leading = upstream(wiring, end === undefined ? [] : [end.id]);
  const labels = new Map(document.nodes.map(({ id, label }) => [id, label]));
  const boxes = analysis.order
    .filter((id) => leading.has(id) && !aside.has(id))
    .filter((id) => analysis.nodes.get(id)?.weights.some(({ decays }) => decays))
    .map((id) => ({ id, label: labels.get(id) ?? id }));
  const places = new Map(boxes.map(({ id }, place) => [id, place]));
  return {
    rows: rowsOf(boxes, document, analysis),
    arcs: shortcuts.map(({ from, main }) => ({
      from: lastBox(wiring, from, places),
      to: lastBox(wiring, main, places),
    })),
  };
}

/** The last box at or in front of a layer; −1 where there is none. */
function lastBox(wiring: Wiring, layer: string, places: ReadonlyMap<string, number>): number {
  const own = places.get(layer);
  if (own !== undefined) return own;
  let last = -1;
  for (const id of upstream(wiring, [layer])) last = Math.max(last, places.get(id) ?? -1);
  return last;
}

function rowsOf(
  boxes: readonly SchematicBox[],
  document: NetworkDocument,
  analysis: Analysis,
): readonly SchematicRow[] {
  const size = ({ id }: SchematicBox): string => {
    const shape = analysis.nodes.get(id)?.outputShape;
    return shape?.length === 3 ? `${shape[0]}×${shape[1]}` : '';
  };
  const stretches: SchematicBox[][] = [];
  for (const box of boxes) {
    const current = stretches.at(-1);
    const before = current?.at(-1);
    if (current === undefined || before === undefined || size(before) !== size(box)) stretches.push([box]);
    else current.push(box);
  }
  const stage = stageNames(document);
  return withoutLoners(stretches)
    .flatMap(broken)
    .map((row) => {
      // A lone first layer stands with those that follow: the row is named by the most of it.
      const middle = row[Math.floor(row.length / 2)] ?? { id: '', label: '' };
      return { label: stage(middle.id) ?? middle.label, size: size(middle), boxes: row };
    });
}

/** A row of one box is no row: it goes to the next, the last one to that before. */
function withoutLoners(
  stretches: readonly (readonly SchematicBox[])[],
): readonly (readonly SchematicBox[])[] {
  const rows: SchematicBox[][] = [];
  let waiting: readonly SchematicBox[] = [];
  for (const stretch of stretches) {
    if (stretch.length === 1) waiting = [...waiting, ...stretch];
    else {
      rows.push([...waiting, ...stretch]);
      waiting = [];
    }
  }
  const last = rows.at(-1);
  if (last === undefined) return waiting.length === 0 ? [] : [waiting];
  last.push(...waiting);
  return rows;
}

function broken(row: readonly SchematicBox[]): readonly (readonly SchematicBox[])[] {
  const count = Math.ceil(row.length / longestRow);
  const length = Math.ceil(row.length / count);
  return Array.from({ length: count }, (_, part) => row.slice(part * length, (part + 1) * length));
}

/** The outermost block that a layer lies in, by its name. */
function stageNames(document: NetworkDocument): (id: string) => string | null {
  const labels = new Map(document.blocks.map((block) => [block.id, block]));
  const blockOf = new Map(document.nodes.map(({ id, block }) => [id, block]));
  return (id) => {
    let block = labels.get(blockOf.get(id) ?? '');
    while (block?.parent) block = labels.get(block.parent) ?? { ...block, parent: null };
    return block?.label ?? null;
  };
}
