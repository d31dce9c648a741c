import type { Analysis } from '../../network/analysis/analysis';
import type { LayerNode } from '../../network/graph/document';
import { findLayerKind } from '../../network/layers/registry';
import { problemsByNode } from '../editor/nodeProblems';
import { layersShownBy } from '../editor/seenNetwork';
import { blockColour, categoryColour } from '../glyphs/categoryColour';
import { cardValue } from '../quantities/cardValue';
import { quantities } from '../quantities/quantities';
import { quantityColour } from '../quantities/quantityScale';
import { tokenValue } from '../theme/tokenValue';
import { useRun } from '../training/runStore';
import { cardSize, drawnPosition } from './cardGeometry';
import type { ColourBy } from './colourBy';
import type { MapView } from './mapGeometry';

interface Shown {
  readonly nodes: readonly LayerNode[];
  readonly analysis: Analysis;
  readonly colourBy: ColourBy;
}

/** Paints every card as a mark of its colour: its category's or its quantity's, and red where it is at fault. */
export function paintMap(
  canvas: HTMLCanvasElement,
  map: MapView,
  { nodes, analysis, colourBy }: Shown,
): void {
  const ratio = window.devicePixelRatio;
  const [width, height] = [canvas.clientWidth * ratio, canvas.clientHeight * ratio];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const token = tokenReader();
  const quantity = colourBy === 'category' ? null : quantities[colourBy];
  const stops = quantity?.stops.map(token);
  const problems = problemsByNode(analysis);
  const run = useRun.getState();
  for (const { id, kind, position } of nodes) {
    const size = cardSize(kind, false);
    const { x, y } = drawnPosition(position, size);
    const value = quantity === null ? null : cardValue(run, id, quantity);
    if (layersShownBy(id).some((layer) => problems.get(layer)?.[0]?.severity === 'error'))
      context.fillStyle = token('var(--danger-line)');
    else if (quantity !== null && value !== null) context.fillStyle = quantityColour(quantity, value, stops);
    else if (quantity !== null) context.fillStyle = token('var(--fg-3)');
    else context.fillStyle = token(colourOf(kind));
    context.beginPath();
    context.roundRect(
      x * map.scale + map.x,
      y * map.scale + map.y,
      Math.max(1, size.width * map.scale),
      Math.max(1, size.height * map.scale),
      Math.min(1.5, 5 * map.scale * 2),
    );
    context.fill();
  }
}

function colourOf(kind: string): string {
  const category = findLayerKind(kind)?.category;
  return category === undefined ? blockColour : categoryColour(category);
}

/** Reads design tokens as the page shows them now, each once. */
function tokenReader(): (token: string) => string {
  const known = new Map<string, string>();
  return (token) => {
    const value = known.get(token) ?? tokenValue(token);
    known.set(token, value);
    return value;
  };
}
