import { useDeferredValue } from 'react';
import chart from '../../charts/Chart.module.css';
import { stepMarks } from '../../charts/stepAxis';
import type { StepRange } from '../../charts/stepRange';
import type { StepSpan } from '../../charts/stepView';
import { useEditor } from '../../editor/editorStore';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';
import type { Quantity } from '../../quantities/quantity';
import type { Run } from '../../training/run';
import { useRun } from '../../training/runStore';
import type { MeasuredLayer } from './gradientProfile';
import { HeatMap } from './HeatMap';
import { HeatMapPointer } from './HeatMapPointer';
import { LayerRows } from './LayerRows';
import { LiveMark } from './LiveMark';
import { PlaybackControls } from './PlaybackControls';
import { Scrubber } from './Scrubber';
import styles from './TimeChart.module.css';

interface TimeChartProps {
  layers: readonly MeasuredLayer[];
  quantity: Quantity;
  sample: number;
  span: StepSpan;
  /** Moves when there is more to draw. */
  paint: number;
}

/** A quantity of every layer at every measured step, and the step that the window shows. */
export function TimeChart({ layers, quantity, sample, span, paint }: TimeChartProps) {
  const run = useRun((state) => state.run);
  const selected = useDeferredValue(useEditor((state) => state.selection.nodes[0]));
  // The map of a large network takes a while to work out; the crosshair does not wait for it.
  const range = useDeferredValue(span.range);
  return (
    <figure className={chart['chart']}>
      <figcaption className={`${chart['title']} ${styles['head']}`}>
        {t`Over time`}
        <span>{subtitle(run, quantity)}</span>
        <LiveMark />
      </figcaption>
      <div className={chart['plot']}>
        <div className={styles['area']}>
          {run === null ? (
            <div className={styles['map']} />
          ) : (
            <>
              <HeatMap log={run.log} layers={layers} quantity={quantity} range={range} paint={paint} />
              <HeatMapPointer title={t`Over time`} {...{ run, layers, quantity, span }}>
                <LayerRows layers={layers} selected={selected} />
              </HeatMapPointer>
              <StepTicks run={run} range={range} />
              {sample >= 0 && <ShownStep run={run} sample={sample} range={range} />}
            </>
          )}
        </div>
      </div>
    </figure>
  );
}

/** What is drawn, how much of it was measured, and how much of that is drawn. */
function subtitle(run: Run | null, { axis }: Quantity): string {
  if (run === null || run.log.received === 0) return t`${axis} of every layer, at every measured step`;
  const { received, every } = run.log;
  const measured =
    received === 1
      ? t`${axis}, ${formatInteger(received)} measured step`
      : t`${axis}, ${formatInteger(received)} measured steps`;
  return every === 1 ? measured : t`${measured}, one in ${every} drawn`;
}

interface ShownStepProps {
  run: Run;
  sample: number;
  range: StepRange;
}

function ShownStep({ run, sample, range }: ShownStepProps) {
  const step = run.log.steps.at(sample);
  const measured = run.log.steps.at(run.log.length - 1);
  const share = (step - range.first) / (range.last - range.first);
  const isInView = share >= 0 && share <= 1;
  return (
    <>
      {isInView && <div className={styles['cursor']} style={{ left: `${share * 100}%` }} />}
      {isInView && (
        <span
          className={styles['step']}
          style={
            share > 0.6
              ? { right: `calc(${(1 - share) * 100}% + 8px)` }
              : { left: `calc(${share * 100}% + 8px)` }
          }
        >
          {t`step ${formatInteger(step)}`}
        </span>
      )}
      <PlaybackControls />
      <Scrubber step={step} measured={measured} range={range} />
    </>
  );
}

/** Steps under the map: its ends, and epochs or round steps between them where there is room. */
function StepTicks({ run, range }: { run: Run; range: StepRange }) {
  const { first, last } = range;
  const margin = (last - first) * 0.1;
  const between = stepMarks(run, range, 5).filter((step) => step > first + margin && step < last - margin);
  return (
    <div className={styles['ticks']} aria-hidden="true">
      <span style={{ left: 0 }}>{t`step ${formatInteger(first)}`}</span>
      {between.map((step) => (
        <span key={step} style={{ left: `${((step - first) / (last - first)) * 100}%` }}>
          {formatInteger(step)}
        </span>
      ))}
      <span data-end="true" style={{ left: '100%' }}>
        {formatInteger(last)}
      </span>
    </div>
  );
}
