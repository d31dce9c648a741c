import type { LayerKind } from '../../network/layers/defineLayer';
import { categoryColour } from './categoryColour';
import styles from './LayerBadge.module.css';
import { LayerGlyph } from './LayerGlyph';

/** A layer kind's glyph on a square tinted with its category's colour. */
export function LayerBadge({ kind, size }: { kind: LayerKind; size: 'small' | 'large' }) {
  return (
    <span
      className={styles['badge']}
      data-size={size}
      style={{ '--category': categoryColour(kind.category) }}
      aria-hidden="true"
    >
      <LayerGlyph glyph={kind.glyph} size={size === 'large' ? 20 : 14} />
    </span>
  );
}
