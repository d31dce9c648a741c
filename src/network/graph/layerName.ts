import type { LayerKind } from '../layers/defineLayer';
import type { NetworkDocument } from './document';

/**
 * Name of a new layer, for its id and its label: the kind's stem with the lowest free number (conv3). The
 * layers that a network has one of, its ends, go without a number while they can (input, output).
 */
export function newLayerName(document: NetworkDocument, kind: LayerKind): string {
  const taken = new Set(document.nodes.flatMap((node) => [node.id, node.label]));
  const isEnd = kind.inputs === 'none' || kind.terminal === true;
  if (isEnd && !taken.has(kind.stem)) return kind.stem;
  let number = isEnd ? 2 : 1;
  while (taken.has(`${kind.stem}${number}`)) number += 1;
  return `${kind.stem}${number}`;
}
