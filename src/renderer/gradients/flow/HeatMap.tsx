import { useEffect, useMemo, useRef } from 'react';
import { useSize } from '../../charts/useSize';
import { useTheme } from '../../theme/themeStore';
import type { Run } from '../../training/run';
import { readColourTable } from './colourTable';
import type { MeasuredLayer } from './gradientProfile';
import { paintHeatMap } from './paintHeatMap';
import styles from './TimeChart.module.css';

interface HeatMapProps {
  run: Run;
  layers: readonly MeasuredLayer[];
  lastStep: number;
  /** Moves when there is more to paint. */
  paint: number;
}

/** The gradient of every layer at every measured step. */
export function HeatMap({ run, layers, lastStep, paint }: HeatMapProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.theme);
  const colours = useMemo(() => ({ theme, table: readColourTable() }), [theme]);
  useEffect(() => {
    if (canvas.current !== null && size.width > 0 && paint >= 0)
      paintHeatMap(canvas.current, { run, layers, lastStep, colours: colours.table });
  }, [run, layers, lastStep, paint, size, colours]);
  return (
    <div ref={box} className={styles['map']}>
      <canvas ref={canvas} role="img" aria-label="Gradient norm of each layer over the steps of the run" />
    </div>
  );
}
