import { type PointerEvent, type ReactNode, useState } from 'react';
import { lastStepOnAxis } from '../../charts/stepAxis';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';
import type { Quantity } from '../../quantities/quantity';
import { measuredText, symbolText } from '../../quantities/quantityText';
import type { Run } from '../../training/run';
import type { MeasuredLayer } from './gradientProfile';
import styles from './TimeChart.module.css';

interface HeatMapTipProps {
  run: Run;
  layers: readonly MeasuredLayer[];
  quantity: Quantity;
  children: ReactNode;
}

/** Where the pointer is on the heat map, in px, and the map's size. */
interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Says what was measured of the layer and at the step under the pointer. */
export function HeatMapTip({ run, layers, quantity, children }: HeatMapTipProps) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const point = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    setPointed({ x: clientX - left, y: clientY - top, width, height });
  };
  const found = pointed === null ? null : cellAt(run, layers, pointed);
  return (
    <div className={styles['pointed']} onPointerMove={point} onPointerLeave={() => setPointed(null)}>
      {children}
      {pointed !== null && found !== null && (
        <div className={styles['tip']} style={tipPlace(pointed)}>
          <b>{found.layer.label}</b>{' '}
          <span>{t`${symbolText(quantity)} at step ${formatInteger(found.step)}`}</span>{' '}
          <b>{measuredText(quantity, quantity.measured(run.log, found.sample, found.layer.index))}</b>
        </div>
      )}
    </div>
  );
}

/** The layer and the measured step under the pointer; null beside them. */
function cellAt(run: Run, layers: readonly MeasuredLayer[], { x, y, width, height }: Pointed) {
  const layer = layers[Math.floor((y / height) * layers.length)];
  const step = (x / width) * lastStepOnAxis(run);
  const sample = Math.max(0, run.log.sampleAt(step));
  const last = run.log.steps.at(run.log.length - 1);
  if (layer === undefined || x < 0 || !(step <= last)) return null;
  return { layer, sample, step: run.log.steps.at(sample) };
}

function tipPlace({ x, y, width, height }: Pointed) {
  return {
    ...(x > width / 2 ? { right: width - x + 12 } : { left: x + 12 }),
    ...(y > height / 2 ? { bottom: height - y + 8 } : { top: y + 8 }),
  };
}
