import type { LayerNode } from '../../network/graph/document';
import { tagName } from '../../network/graph/tags/tagName';
import { layerKind } from '../../network/layers/registry';
import { categoryColour } from '../glyphs/categoryColour';
import styles from './CardFace.module.css';

/** The normalisations and activations that stand on the card of the layer before them, each in its category's colour. */
export function TagsOnCard({ tags }: { tags: readonly LayerNode[] }) {
  return tags.map((tag) => (
    <span
      key={tag.id}
      className={styles['tag']}
      style={{ '--category': categoryColour(layerKind(tag.kind).category) }}
    >
      {tagName(tag)}
    </span>
  ));
}
