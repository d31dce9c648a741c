import type { Analysis } from '../../../network/analysis/analysis';
import type { Box, Point } from '../../../network/graph/routing/box';
import { type Label, labelPlaces } from '../../../network/graph/routing/labelPlaces';
import { equalShapes, formatShape, type Shape } from '../../../network/layers/shape';
import type { FlowEdge } from '../flowEdges';

/** A shape that leaves a card other than it came in, and where it stands. */
interface ShapeLabel extends Point {
  /** Key of the card. */
  readonly card: string;
  readonly text: string;
}

/** Px that a character takes, and what is around the text. */
const [character, padding] = [7, 18] as const;

/** The shapes to be shown: one for each card that changes the shape, on one of the connections that leave it. */
export function changedShapes(
  edges: readonly FlowEdge[],
  nodes: Analysis['nodes'],
  cards: ReadonlyMap<string, Box>,
): readonly ShapeLabel[] {
  const into = new Map<string, Shape>();
  for (const { target, data } of edges) {
    const shape = shapeOn(data, nodes);
    if (shape !== null && !into.has(target)) into.set(target, shape);
  }
  const labels = new Map<string, Label<string>>();
  const texts = new Map<string, string>();
  for (const { source, data } of edges) {
    const shape = shapeOn(data, nodes);
    const before = into.get(source);
    if (data === undefined || shape === null || (before !== undefined && equalShapes(before, shape)))
      continue;
    const text = formatShape(shape);
    const ways = [...(labels.get(source)?.ways ?? []), { path: data.drawn, source: data.drawn.source }];
    labels.set(source, { key: source, width: text.length * character + padding, ways });
    texts.set(source, text);
  }
  const places = labelPlaces(cards, [...labels.values()]);
  return [...places].map(([card, point]) => ({ card, text: texts.get(card) ?? '', ...point }));
}

function shapeOn(data: FlowEdge['data'], nodes: Analysis['nodes']): Shape | null {
  return (data && nodes.get(data.edge.from)?.outputShape) ?? null;
}
