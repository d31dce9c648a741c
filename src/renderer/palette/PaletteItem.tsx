import type { DragEvent, MouseEvent } from 'react';
import type { LayerKind } from '../../network/layers/defineLayer';
import { Hint } from '../controls/Hint';
import { appendLayer } from '../editor/layerActions';
import { LayerBadge } from '../glyphs/LayerBadge';
import { say } from '../language/say';
import { emptyImage } from './emptyImage';
import styles from './PaletteItem.module.css';
import { usePalette } from './paletteStore';

/** Type under which a layer kind travels in a drag. */
export const layerDragType = 'application/x-layerwise-layer';

/** One layer kind of the palette. */
export function PaletteItem({ kind }: { kind: LayerKind }) {
  const drag = usePalette((state) => state.drag);
  const start = (event: DragEvent) => {
    event.dataTransfer.setData(layerDragType, kind.kind);
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setDragImage(emptyImage, 0, 0);
    drag(kind.kind);
  };
  // Keys and screen readers press a button without clicking: two clicks are for the mouse alone.
  const press = ({ detail }: MouseEvent) => {
    if (detail === 0) appendLayer(kind.kind);
  };
  return (
    <Hint text={say(kind.summary)} side="right">
      <button
        type="button"
        className={styles['item']}
        draggable
        onDragStart={start}
        onDragEnd={() => drag(null)}
        onDoubleClick={() => appendLayer(kind.kind)}
        onClick={press}
        data-kind={kind.kind}
      >
        <LayerBadge kind={kind} size="small" />
        <span className={styles['name']}>{say(kind.label)}</span>
        {kind.shortcut !== undefined && <kbd>{kind.shortcut.toUpperCase()}</kbd>}
      </button>
    </Hint>
  );
}
