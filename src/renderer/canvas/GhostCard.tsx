import { ViewportPortal } from '@xyflow/react';
import { Boxes } from 'lucide-react';
import { findLayerKind } from '../../network/layers/registry';
import { useEditor } from '../editor/editorStore';
import { LayerGlyph } from '../glyphs/LayerGlyph';
import { say } from '../language/say';
import { t } from '../language/t';
import { cardSize, drawnPosition } from './cardGeometry';
import styles from './GhostCard.module.css';
import type { Ghost } from './useLayerDrop';

/** Where a dragged layer would come to stand; over a card, that it would follow it. */
export function GhostCard({ kind: id, label, position, edge, behind }: Ghost) {
  const before = useEditor(({ history }) => history.document.nodes.find((node) => node.id === behind)?.label);
  const kind = findLayerKind(id);
  const size = cardSize(id, false);
  const { x, y } = drawnPosition(position, size);
  return (
    <ViewportPortal>
      <div
        className={styles['ghost']}
        data-inserts={edge !== null || behind !== null}
        style={{ ...size, transform: `translate(${x}px, ${y}px)` }}
      >
        {kind === undefined ? (
          <Boxes size={14} aria-hidden="true" />
        ) : (
          <LayerGlyph glyph={kind.glyph} size={15} />
        )}
        {size.width > 60 && (
          <span>
            {before !== undefined
              ? t`Behind ${before}`
              : edge === null
                ? say(label)
                : t`Insert ${say(label)}`}
          </span>
        )}
      </div>
    </ViewportPortal>
  );
}
