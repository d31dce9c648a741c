import type { Analysis } from '../analysis/analysis';
import { type BlockFrame, blockFrames } from '../graph/blocks/blockFrames';
import { visibleItems } from '../graph/blocks/visibleItems';
import type { NetworkDocument, Note } from '../graph/document';
import { noteBox, runsIntoCard } from '../graph/notes/noteBox';
import type { Box } from '../graph/routing/box';
import { arrowLength, type EdgePath } from '../graph/routing/edgePath';
import { routes } from '../graph/routing/routes';
import { shortcutEdges } from '../graph/routing/shortcutEdges';
import { skippingEdges } from '../graph/routing/skippingEdges';
import { drawNote } from './drawNote';
import { element, textElement } from './markup';
import { type PictureColours, type PictureTheme, pictureColours } from './pictureColours';
import { type PictureItem, pictureItems } from './pictureItems';

const margin = 24;
/** Room at the top for the network's name and size. */
const heading = 56;
const sans = 'Inter, system-ui, sans-serif';
const mono = 'JetBrains Mono, ui-monospace, monospace';

/**
 * A picture of the network as it lies on the canvas, notes, open and collapsed blocks included, as an SVG file in px at 100 %
 * zoom. It needs nothing beside it: colours are its own, and fonts have substitutes.
 */
export function networkPicture(
  document: NetworkDocument,
  analysis: Analysis,
  theme: PictureTheme,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const colours = pictureColours[theme];
  const seen = visibleItems(document);
  const items = pictureItems(document, analysis, seen.items, colours);
  const frames = blockFrames(document, seen.items);
  const shortcuts = shortcutEdges(seen.edges);
  const paths = routes(new Map(items.map((item) => [item.key, item])), seen.edges, shortcuts, frames);
  const skipping = skippingEdges(paths, shortcuts);
  const notes = document.notes ?? [];
  // All of it can be read, as on the canvas.
  const inFront = (note: Note): boolean => runsIntoCard(note, items);
  const extent = around([
    ...items,
    ...frames,
    ...notes.map(noteBox),
    ...[...paths.values()].flatMap(pointBoxes),
  ]);
  const [width, height] = [extent.width + 2 * margin, extent.height + 2 * margin + heading];
  const placed = element(
    'g',
    { transform: `translate(${margin - extent.x} ${margin + heading - extent.y})` },
    [
      ...frames.map((frame) => drawFrame(frame, colours)),
      ...notes.filter((note) => !inFront(note)).map((note) => drawNote(note, colours)),
      ...[...paths].map(([edge, path]) =>
        drawEdge(path, skipping.has(edge) ? colours.shortcut : colours.edge, skipping.has(edge)),
      ),
      ...items.map((item) => drawItem(item, colours)),
      ...notes.filter(inFront).map((note) => drawNote(note, colours)),
    ],
  );
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': sans,
    },
    [
      element('rect', { width, height, fill: colours.canvas }),
      textElement(
        { x: margin, y: margin + 12, 'font-size': 16, 'font-weight': 600, fill: colours.text },
        document.name,
      ),
      textElement({ x: margin, y: margin + 34, 'font-size': 12, fill: colours.quietText }, sizeOf(analysis)),
      placed,
    ],
  );
  return { svg: `${svg}\n`, width, height };
}

function sizeOf({ totals, nodes }: Analysis): string {
  const parameters = grouped(totals.trainable + totals.nonTrainable);
  return `${grouped(nodes.size)} layers, ${parameters} parameters, ${grouped(totals.macs)} multiply-adds for one image`;
}

function drawItem(item: PictureItem, colours: PictureColours): string {
  const { x, y, width, height, form, name, title, shape, tags, parameters, colour } = item;
  if (form === 'circle') {
    const [middle, centre, half] = [x + width / 2, y + height / 2, width / 2];
    return element('g', {}, [
      element('circle', {
        cx: middle,
        cy: centre,
        r: half,
        fill: colours.card,
        stroke: colour,
        'stroke-width': 1.5,
      }),
      element('path', {
        d: `M${middle - 7} ${centre}h14M${middle} ${centre - 7}v14`,
        stroke: colour,
        'stroke-width': 2,
      }),
      textElement(
        { x: middle, y: y + height + 14, 'font-size': 11, 'text-anchor': 'middle', fill: colours.quietText },
        name,
      ),
      ...(tags === ''
        ? []
        : [
            textElement(
              {
                x: middle,
                y: y + height + 27,
                'font-size': 11,
                'text-anchor': 'middle',
                fill: colours.quietText,
              },
              tags,
            ),
          ]),
    ]);
  }
  const sheet = (offset: number): string =>
    element('rect', {
      x: x + offset,
      y: y - offset,
      width,
      height,
      rx: 7,
      fill: colours.card,
      stroke: colours.cardLine,
    });
  const facts = { x: x + 12, 'font-size': 11, 'font-family': mono, fill: colours.quietText };
  // Closer where there are three.
  const line = tags === '' ? 20 : 18;
  return element('g', {}, [
    ...(form === 'sheets' ? [sheet(8), sheet(4)] : []),
    sheet(0),
    element('path', {
      d: `M${x + 4} ${y}v${height}h-1a3 3 0 0 1 -3 -3v${6 - height}a3 3 0 0 1 3 -3z`,
      fill: colour,
    }),
    ...(name === '' ? [] : [textElement({ x, y: y - 6, 'font-size': 11, fill: colours.quietText }, name)]),
    textElement({ x: x + 12, y: y + 22, 'font-size': 12, 'font-weight': 600, fill: colours.text }, title),
    textElement({ ...facts, y: y + 22 + line }, shape),
    ...(parameters > 0 ? [textElement({ ...facts, y: y + 22 + 2 * line - 2 }, grouped(parameters))] : []),
    ...(tags === '' ? [] : [textElement({ ...facts, y: y + 70, 'font-family': sans }, tags)]),
  ]);
}

function drawEdge({ path, points, entry }: EdgePath, colour: string, shortcut: boolean): string {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const head =
    entry === 'right'
      ? `M${end.x} ${end.y - 4}l${arrowLength} 4l${-arrowLength} 4z`
      : `M${end.x - 4} ${end.y}l4 ${arrowLength}l4 ${-arrowLength}z`;
  return element('g', {}, [
    element('path', { d: path, fill: 'none', stroke: colour, 'stroke-width': shortcut ? 2.25 : 1.75 }),
    element('path', { d: head, fill: colour }),
  ]);
}

function drawFrame({ block, x, y, width, height }: BlockFrame, colours: PictureColours): string {
  return element('g', {}, [
    element('rect', {
      x,
      y,
      width,
      height,
      rx: 9,
      fill: 'none',
      stroke: colours.frame,
      'stroke-dasharray': '5 4',
    }),
    textElement(
      { x: x + 10, y: y + 18, 'font-size': 12, 'font-weight': 600, fill: colours.quietText },
      block.label,
    ),
  ]);
}

function pointBoxes({ points }: EdgePath): readonly Box[] {
  return points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
}

/** The smallest box around all of them. */
function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 320, height: 0 };
  const left = boxes.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const top = boxes.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const right = boxes.reduce((most, { x, width }) => Math.max(most, x + width), Number.NEGATIVE_INFINITY);
  const bottom = boxes.reduce((most, { y, height }) => Math.max(most, y + height), Number.NEGATIVE_INFINITY);
  // The names above the cards of the first row lie outside of their boxes.
  return { x: left, y: top - 20, width: Math.max(right - left, 320), height: bottom - top + 20 };
}

/** 2,359,808 */
function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
