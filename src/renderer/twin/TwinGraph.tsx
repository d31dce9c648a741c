import { useMemo } from 'react';
import { schematicOf } from '../../network/twin/schematic';
import { useSize } from '../charts/useSize';
import { formatLog10 } from '../gradients/formatNorm';
import { gradientColour, gradientEdgeWidth } from '../gradients/gradientScale';
import { t } from '../language/t';
import { analysisOf } from '../training/analysisOf';
import { schematicGeometry } from './schematicGeometry';
import styles from './TwinCanvases.module.css';
import type { ComparedSide } from './useTwinView';

/** A network in small, its layers and connections in the colour of their gradients, its shortcuts past them. */
export function TwinGraph({ side }: { side: ComparedSide }) {
  const { run, sample } = side;
  const [box, size] = useSize<HTMLDivElement>();
  const schematic = useMemo(() => schematicOf(run.document, analysisOf(run.document)), [run.document]);
  const geometry = useMemo(() => schematicGeometry(schematic, size), [schematic, size]);
  const boxes = schematic.rows.flatMap((row) => row.boxes);
  const norms = boxes.map(({ id }) => {
    const index = run.log.indexOfNode(id);
    return index === null || sample < 0 ? Number.NaN : Math.log10(run.log.gradientNorm(sample, index));
  });
  const colour = (norm: number) => (Number.isNaN(norm) ? 'var(--line-3)' : gradientColour(norm));
  // What the boxes are high may not be less than what leads through them.
  const thickest = Math.max(1.25, (geometry.boxes[0]?.height ?? 0) / 4);
  const width = (norm: number) => Math.min(thickest, Number.isNaN(norm) ? 1.25 : gradientEdgeWidth(norm));
  return (
    <div ref={box} className={styles['graph']}>
      {size.width > 0 && (
        <svg width={size.width} height={size.height} role="img" aria-label={t`Layers of ${side.name}`}>
          {schematic.rows.map(({ label, size: extent, boxes: [first] }, row) => (
            <g key={first?.id ?? row}>
              <text className={styles['label']} x={0} y={(geometry.rows[row] ?? 0) - 2}>
                {label.length > 10 ? `${label.slice(0, 9)}…` : label}
              </text>
              <text className={styles['size']} x={0} y={(geometry.rows[row] ?? 0) + 13}>
                {extent}
              </text>
            </g>
          ))}
          {boxes.map(({ id }, place) => (
            <path
              key={id}
              d={geometry.connection(place)}
              fill="none"
              stroke={colour(norms[place] ?? Number.NaN)}
              strokeWidth={width(norms[place] ?? Number.NaN)}
              strokeLinejoin="round"
            />
          ))}
          {boxes.map(({ id, label }, place) => {
            const at = geometry.boxes[place];
            const norm = norms[place] ?? Number.NaN;
            if (at === undefined) return null;
            return (
              <rect key={id} x={at.x} y={at.y} width={at.width} height={at.height} rx={3} fill={colour(norm)}>
                <title>{t`${label}: log₁₀ ‖∂L/∂a‖ ${Number.isNaN(norm) ? t`not measured` : formatLog10(norm)}`}</title>
              </rect>
            );
          })}
          {schematic.arcs.map(({ from, to }) => {
            const { path, end } = geometry.arc(from, to);
            return (
              <g key={`${from} ${to}`} stroke="var(--accent)" fill="none" strokeWidth="1.75">
                <path d={path} />
                <circle cx={end.x} cy={end.y} r={3.4} fill="var(--canvas)" />
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
