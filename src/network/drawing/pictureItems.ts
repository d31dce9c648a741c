import type { Analysis } from '../analysis/analysis';
import { blockEnds } from '../graph/blocks/blockEnds';
import { blockTree } from '../graph/blocks/blockTree';
import { repetition } from '../graph/blocks/repetition';
import type { VisibleItem } from '../graph/blocks/visibleItems';
import type { NetworkDocument } from '../graph/document';
import type { Box } from '../graph/routing/box';
import { findLayerKind } from '../layers/registry';
import { formatShape } from '../layers/shape';
import type { PictureColours } from './pictureColours';

/** What a card of the picture shows. */
export interface PictureItem extends Box {
  readonly key: string;
  /** A card, a circle (Add), or the sheets of a collapsed block. */
  readonly form: 'card' | 'circle' | 'sheets';
  /** Name above the card. */
  readonly name: string;
  readonly title: string;
  /** What leaves it: `28×28×128`; empty where that isn't known. */
  readonly shape: string;
  /** Trainable and other ones. */
  readonly parameters: number;
  readonly colour: string;
}

/** Diameter of an operation that is drawn as a circle. */
const circle = 36;

/** The cards of a picture, at the places that they have on the canvas. */
export function pictureItems(
  document: NetworkDocument,
  analysis: Analysis,
  items: readonly VisibleItem[],
  colours: PictureColours,
): readonly PictureItem[] {
  const tree = blockTree(document);
  return items.map((item) => {
    const { key, position, width, height } = item;
    const place = { ...position, width, height };
    const layers = item.type === 'layer' ? [item.layer.id] : item.layers.map(({ id }) => id);
    const parameters = layers.reduce((sum, id) => {
      const node = analysis.nodes.get(id);
      return sum + (node === undefined ? 0 : node.trainable + node.nonTrainable);
    }, 0);
    if (item.type === 'block')
      return {
        key,
        ...place,
        form: 'sheets',
        name: '',
        title: blockTitle(item.block.label, repetition(tree, item.block.id)),
        shape: shapeOf(analysis, blockEnds(document, layers).exits),
        parameters,
        colour: colours.block,
      };
    const { kind: id, label, config } = item.layer;
    const kind = findLayerKind(id);
    const round = id === 'add';
    const inset = { x: (width - circle) / 2, y: (height - circle) / 2 };
    return {
      key,
      ...(round
        ? { x: position.x + inset.x, y: position.y + inset.y, width: circle, height: circle }
        : place),
      form: round ? 'circle' : 'card',
      name: label,
      title: kind?.title(config) ?? id,
      shape: shapeOf(analysis, layers),
      parameters,
      colour: kind === undefined ? colours.quietText : colours.category[kind.category],
    };
  });
}

function blockTitle(label: string, times: ReturnType<typeof repetition>): string {
  return times === null ? label : `${label} ×${times}`;
}

function shapeOf(analysis: Analysis, [only, ...others]: readonly string[]): string {
  const shape = only === undefined || others.length > 0 ? null : analysis.nodes.get(only)?.outputShape;
  return shape ? formatShape(shape) : '';
}
