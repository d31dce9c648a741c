import { useEffect, useMemo, useRef } from 'react';
import type { StepRange } from '../../charts/stepRange';
import type { Quantity } from '../../quantities/quantity';
import { useTheme } from '../../theme/themeStore';
import type { TelemetryLog } from '../../training/telemetryLog';
import { readColourTable } from './colourTable';
import type { MeasuredLayer } from './gradientProfile';
import styles from './HeatMapCanvas.module.css';
import { HeatMapPixels } from './heatMapPixels';

interface HeatMapCanvasProps {
  log: TelemetryLog;
  layers: readonly MeasuredLayer[];
  quantity: Quantity;
  range: StepRange;
  /** Moves when there is more to paint. */
  paint: number;
  /** Room for it in px. */
  width: number;
  label: string;
}

/** A quantity of every layer at every measured step, stretched over its box. */
export function HeatMapCanvas({ log, layers, quantity, range, paint, width, label }: HeatMapCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.theme);
  const colours = useMemo(() => ({ theme, table: readColourTable(quantity) }), [theme, quantity]);
  const columns = Math.round(width * window.devicePixelRatio);
  const pixels = useMemo(
    () => new HeatMapPixels({ log, layers, quantity, colours: colours.table, range, width: columns }),
    [log, layers, quantity, colours, range, columns],
  );
  useEffect(() => {
    if (canvas.current !== null && paint >= 0) paintPixels(canvas.current, pixels);
  }, [pixels, paint]);
  return <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={label} />;
}

/** The canvas holds a pixel for each layer and column; the page stretches it over the rows. */
function paintPixels(canvas: HTMLCanvasElement, pixels: HeatMapPixels): void {
  const { width, layers } = pixels.content;
  if (width === 0 || layers.length === 0) {
    // What is on it is of the run before.
    canvas.width = 0;
    return;
  }
  const anew = pixels.filled === 0;
  const { first, end } = pixels.extend();
  if (anew) {
    canvas.width = width;
    canvas.height = layers.length;
  }
  if (end > first)
    canvas.getContext('2d')?.putImageData(pixels.image, 0, 0, first, 0, end - first, layers.length);
}
