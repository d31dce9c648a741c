import { useDeferredValue } from 'react';
import chart from '../../charts/Chart.module.css';
import { lastStepOnAxis } from '../../charts/stepAxis';
import { useEditor } from '../../editor/editorStore';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';
import type { Quantity } from '../../quantities/quantity';
import type { Run } from '../../training/run';
import { useRun } from '../../training/runStore';
import type { MeasuredLayer } from './gradientProfile';
import { HeatMap } from './HeatMap';
import { HeatMapTip } from './HeatMapTip';
import { LayerRows } from './LayerRows';
import { LiveMark } from './LiveMark';
import { PlaybackControls } from './PlaybackControls';
import { Scrubber } from './Scrubber';
import styles from './TimeChart.module.css';

interface TimeChartProps {
  layers: readonly MeasuredLayer[];
  quantity: Quantity;
  sample: number;
  /** Moves when there is more to draw. */
  paint: number;
}

/** A quantity of every layer at every measured step, and the step that the window shows. */
export function TimeChart({ layers, quantity, sample, paint }: TimeChartProps) {
  const run = useRun((state) => state.run);
  const selected = useDeferredValue(useEditor((state) => state.selection.nodes[0]));
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
              <HeatMap
                log={run.log}
                layers={layers}
                quantity={quantity}
                lastStep={lastStepOnAxis(run)}
                paint={paint}
              />
              <HeatMapTip run={run} layers={layers} quantity={quantity}>
                <LayerRows layers={layers} selected={selected} />
              </HeatMapTip>
              <StepTicks run={run} />
              {sample >= 0 && <ShownStep run={run} sample={sample} />}
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

function ShownStep({ run, sample }: { run: Run; sample: number }) {
  const lastStep = lastStepOnAxis(run);
  const step = run.log.steps.at(sample);
  const measured = run.log.steps.at(run.log.length - 1);
  const share = step / lastStep;
  return (
    <>
      <div className={styles['cursor']} style={{ left: `${share * 100}%` }} />
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
      <PlaybackControls />
      <Scrubber step={step} measured={measured} lastStep={lastStep} />
    </>
  );
}

/** Steps under the map: the ends, and epochs between them where there is room. */
function StepTicks({ run }: { run: Run }) {
  const lastStep = lastStepOnAxis(run);
  const every = Math.max(1, Math.ceil(run.epochCount / 5)) * run.stepsPerEpoch;
  const between: number[] = [];
  for (let step = every; step < lastStep - every / 2; step += every) between.push(step);
  return (
    <div className={styles['ticks']} aria-hidden="true">
      <span style={{ left: 0 }}>{t`step 0`}</span>
      {between.map((step) => (
        <span key={step} style={{ left: `${(step / lastStep) * 100}%` }}>
          {formatInteger(step)}
        </span>
      ))}
      <span data-end="true" style={{ left: '100%' }}>
        {formatInteger(lastStep)}
      </span>
    </div>
  );
}
