import { type PointerEvent, type ReactNode, useMemo, useState } from 'react';
import { nearestSample, stepsOfLog } from '../../charts/measuredSteps';
import { StepReader } from '../../charts/StepReader';
import { type StepSpan, useStepView } from '../../charts/stepView';
import { useSize } from '../../charts/useSize';
import { useStepGestures } from '../../charts/useStepGestures';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';
import type { Quantity } from '../../quantities/quantity';
import { measuredText, symbolText } from '../../quantities/quantityText';
import type { Run } from '../../training/run';
import type { MeasuredLayer } from './gradientProfile';
import { StepMark } from './StepMark';
import styles from './TimeChart.module.css';

interface HeatMapPointerProps {
  /** "Over time" */
  title: string;
  run: Run;
  layers: readonly MeasuredLayer[];
  quantity: Quantity;
  span: StepSpan;
  children?: ReactNode;
}

/**
 * What pointer and keys do over a heat map: they look closer at its steps as in every chart over steps, and read the
 * layer and the step that they are at. With the keys, up and down go from layer to layer.
 */
export function HeatMapPointer({ title, run, layers, quantity, span, children }: HeatMapPointerProps) {
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const [row, setRow] = useState<number | null>(null);
  const steps = useMemo(() => stepsOfLog(run.log), [run.log]);
  const { first, last } = span.range;
  const stepAt = (place: number) => first + (place / Math.max(1, width)) * (last - first);
  const { selection, handlers } = useStepGestures({ plot: box, span, stepAt });
  const pointed = useStepView((state) => state.pointed);
  const place = (step: number) => (width * (step - first)) / (last - first);

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { top } = event.currentTarget.getBoundingClientRect();
    setRow(Math.floor(((event.clientY - top) / Math.max(1, height)) * layers.length));
    handlers.onPointerMove(event);
  };
  const onPointerLeave = () => {
    setRow(null);
    handlers.onPointerLeave();
  };
  const sample = pointed === null || row === null ? -1 : nearestSample(steps, pointed);
  const layer = layers[row ?? 0];
  const value =
    sample < 0 || layer === undefined
      ? null
      : {
          name: layer.label,
          when: t`${symbolText(quantity)} at step ${formatInteger(steps.at(sample))}`,
          text: measuredText(quantity, quantity.measured(run.log, sample, layer.index)),
        };
  const onKey = (key: string): boolean => {
    const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
    if (by === 0 && row === null) setRow(0);
    if (by === 0 || pointed === null) return false;
    setRow(Math.min(layers.length - 1, Math.max(0, (row ?? 0) + by)));
    return true;
  };
  return (
    <div
      ref={box}
      className={styles['pointed']}
      {...handlers}
      onPointerMove={onPointerMove}
      onPointerLeave={onPointerLeave}
    >
      {children}
      {selection !== null && (
        <div
          className={styles['selection']}
          style={{ left: place(selection.first), width: place(selection.last) - place(selection.first) }}
        />
      )}
      <StepMark range={span.range} />
      <StepReader
        title={title}
        span={span}
        steps={steps}
        reading={value === null ? '' : `${value.name}, ${value.when}: ${value.text}`}
        onKey={onKey}
      />
      {value !== null && pointed !== null && row !== null && (
        <div
          className={styles['tip']}
          style={tipPlace(place(pointed), ((row + 0.5) / layers.length) * height, { width, height })}
        >
          <b>{value.name}</b> <span>{value.when}</span> <b>{value.text}</b>
        </div>
      )}
    </div>
  );
}

function tipPlace(
  x: number,
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
) {
  return {
    ...(x > width / 2 ? { right: width - x + 12 } : { left: x + 12 }),
    ...(y > height / 2 ? { bottom: height - y + 8 } : { top: y + 8 }),
  };
}
