import { useId, useMemo } from 'react';
import styles from './FlowArt.module.css';
import type { Silhouette } from './silhouette';
import { drawSlabs } from './slabDrawing';

/** Stops of the gradient scale from the first layer to the last. */
const flows = {
  falling: ['--g-m4', '--g-m4', '--g-m3', '--g-m2', '--g-m1'],
  even: ['--g-0', '--g-m1', '--g-m1', '--g-m1'],
} as const;

interface FlowArtProps {
  silhouette: Silhouette;
  flow: keyof typeof flows;
  width: number;
  height: number;
}

/** A drawing, not data: a network's feature maps in the colours of a gradient that gets lost, or that keeps its size. */
export function FlowArt({ silhouette, flow, width, height }: FlowArtProps) {
  const paint = useId();
  const { runs, arcs, arcWidth } = useMemo(
    () => drawSlabs(silhouette, { width, height, stretch: 2.6 }),
    [silhouette, width, height],
  );
  const stops = flows[flow].map((colour, place, { length }) => ({ colour, offset: place / (length - 1) }));
  return (
    <svg className={styles['art']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <linearGradient id={paint} gradientUnits="userSpaceOnUse" x1="0" x2={width}>
        {stops.map(({ colour, offset }) => (
          <stop key={offset} offset={offset} style={{ stopColor: `var(${colour})` }} />
        ))}
      </linearGradient>
      <g fill={`url(#${paint})`}>
        {(['sides', 'fronts', 'tops'] as const).map((face) => (
          <path key={face} className={styles[face]} d={runs.map((run) => run[face]).join('')} />
        ))}
      </g>
      <path className={styles['arcs']} d={arcs} strokeWidth={arcWidth} />
    </svg>
  );
}
