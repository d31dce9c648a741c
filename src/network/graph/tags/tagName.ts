import { findLayerKind } from '../../layers/registry';
import type { LayerNode } from '../document';

/** What a layer is called that is a tag on another's card. */
export function tagName({ kind }: Pick<LayerNode, 'kind'>): string {
  const found = findLayerKind(kind);
  return found?.tag ?? found?.label ?? kind;
}
