import type { Analysis } from '../analysis/analysis';
import { blockFacts } from '../analysis/blockFacts';
import { blockTree } from '../graph/blocks/blockTree';
import type { VisibleItem } from '../graph/blocks/visibleItems';
import type { NetworkDocument } from '../graph/document';
import type { Box } from '../graph/routing/box';
import { tagName } from '../graph/tags/tagName';
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
  /** Layers that are tags on the card: `BN · ReLU`; empty where there are none. */
  readonly tags: string;
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
    if (item.type === 'block') {
      const { times, shape, parameters } = blockFacts(document, tree, analysis, item.block.id);
      const { label } = item.block;
      return {
        key,
        ...place,
        form: 'sheets',
        name: '',
        title: times === null ? label : `${label} ×${times}`,
        shape: shape ?? '',
        tags: '',
        parameters,
        colour: colours.block,
      };
    }
    const node = analysis.nodes.get(item.layer.id);
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
      shape: node?.outputShape ? formatShape(node.outputShape) : '',
      tags: item.tags.map(tagName).join(' · '),
      parameters: (node?.trainable ?? 0) + (node?.nonTrainable ?? 0),
      colour: kind === undefined ? colours.quietText : colours.category[kind.category],
    };
  });
}
