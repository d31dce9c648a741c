import { memo } from 'react';
import { spreadLabels } from '../../charts/spreadLabels';
import { useSize } from '../../charts/useSize';
import { useEditor } from '../../editor/editorStore';
import { t } from '../../language/t';
import type { MeasuredLayer } from './gradientProfile';
import styles from './TimeChart.module.css';

interface LayerRowsProps {
  layers: readonly MeasuredLayer[];
  selected: string | undefined;
}

const labelHeight = 14;

/** The rows of the heat map over its picture: names as far as there is room, a click selects the layer. */
export const LayerRows = memo(function LayerRows({ layers, selected }: LayerRowsProps) {
  const [box, { height }] = useSize<HTMLDivElement>();
  const rowHeight = height / Math.max(1, layers.length);
  const labels = layers.map(({ id, label, depth }, row) => {
    const end = row === 0 || row === layers.length - 1;
    const rank = id === selected ? 3 : end ? 2 : depth === null ? 0 : 1;
    return { id, label, place: (row + 0.5) * rowHeight, extent: labelHeight, rank };
  });
  const chosen = layers.findIndex(({ id }) => id === selected);
  return (
    <div ref={box} className={styles['map']} style={{ overflow: 'visible', background: 'none' }}>
      {height > 0 &&
        spreadLabels(labels, 0).map(({ id, label, place }) => (
          <span
            key={id}
            className={styles['label']}
            data-selected={id === selected}
            style={{ top: place - labelHeight / 2 }}
          >
            {label}
          </span>
        ))}
      {layers.map(({ id, label }, row) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          className={styles['row']}
          aria-label={t`Select ${label}`}
          style={{ top: row * rowHeight, height: rowHeight }}
          onClick={() => useEditor.getState().selectNode(id)}
        />
      ))}
      {chosen >= 0 && (
        <div
          className={styles['frame']}
          style={{ top: chosen * rowHeight - 1, height: Math.max(4, rowHeight + 2) }}
        />
      )}
    </div>
  );
});
