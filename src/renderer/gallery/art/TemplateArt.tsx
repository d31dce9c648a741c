import { memo, useMemo } from 'react';
import { categoryColour } from '../../glyphs/categoryColour';
import type { Silhouette, SlabTone } from './silhouette';
import { drawSlabs } from './slabDrawing';
import styles from './TemplateArt.module.css';

const colours: Readonly<Record<SlabTone, string>> = {
  convolution: 'var(--cat-conv)',
  pooling: 'var(--cat-pool)',
  dense: 'var(--cat-core)',
  block: 'var(--cat-block)',
};

interface TemplateArtProps {
  silhouette: Silhouette;
  width: number;
  height: number;
  /** Most that slabs are widened by where there is room. */
  stretch?: number;
}

/** A network's feature maps in a row, drawn from its shapes. What it shows is said in words beside it. */
export const TemplateArt = memo(function TemplateArt(props: TemplateArtProps) {
  const { silhouette, width, height, stretch = 2.6 } = props;
  const { runs, arcs, arcWidth, dots } = useMemo(
    () => drawSlabs(silhouette, { width, height, stretch }),
    [silhouette, width, height, stretch],
  );
  const faces = (['sides', 'tops', 'fronts'] as const).map((face) =>
    runs.map((run) => (
      <path
        key={`${face} ${run.start}`}
        className={styles[face]}
        style={{ '--tone': colours[run.tone] }}
        d={run[face]}
      />
    )),
  );
  return (
    <svg
      className={styles['art']}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      data-flat={silhouette.slabs.length >= 40}
      aria-hidden="true"
    >
      {faces}
      <path className={styles['arcs']} d={arcs} strokeWidth={arcWidth} />
      {dots.map(({ x, y, category }) => (
        <circle
          key={x}
          className={styles['dot']}
          style={{ '--tone': categoryColour(category) }}
          cx={x}
          cy={y}
          r={arcWidth * 1.6}
        />
      ))}
    </svg>
  );
});
