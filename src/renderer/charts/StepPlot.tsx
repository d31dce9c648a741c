import { type ReactNode, useId, useMemo } from 'react';
import { ReferenceArea, ReferenceLine } from 'recharts';
import type { Run } from '../training/run';
import styles from './Chart.module.css';
import { Crosshair, type CrosshairDot } from './Crosshair';
import { CurveChart } from './CurveChart';
import { curveGeometry } from './curveGeometry';
import type { MeasuredSteps } from './measuredSteps';
import { StepReader } from './StepReader';
import { readingText, type StepReading, StepTooltip } from './StepTooltip';
import { stepMarks } from './stepAxis';
import type { StepSpan } from './stepView';
import { usePointedSample } from './usePointedSample';
import { useSize } from './useSize';
import { useStepGestures } from './useStepGestures';
import { useTurn } from './useTurn';
import type { ValueAxis } from './valueAxis';

interface StepPlotProps {
  /** "Loss" */
  title: string;
  /** What the drawing is, and what of it can be told in a sentence, for those who don't see it. */
  label: string;
  summary: string;
  /** Null before the first run: the axes alone are drawn. */
  run: Run | null;
  span: StepSpan;
  steps: MeasuredSteps;
  axis: ValueAxis;
  rows: readonly object[];
  /** The step that the window shows in place of the last. */
  shownStep: number | null;
  /** Its place among the plots that are drawn: they come one after the other, as they take long. */
  turn: number;
  /** What was measured at a sample. */
  readAt: (sample: number) => StepReading;
  dotsAt: (sample: number) => readonly CrosshairDot[];
  /** The curves, as Recharts has them. */
  children: ReactNode;
}

/** Room that the name of an epoch takes under the axis, in px. */
const epochNameExtent = 72;

/**
 * Curves over steps, which they share with all other charts in view: they show the same steps, and mark the same one.
 */
export function StepPlot(props: StepPlotProps) {
  const { label, summary, run, span, steps, axis, rows, shownStep, dotsAt, children } = props;
  const { range } = span;
  const [plot, size] = useSize<HTMLDivElement>();
  const told = useId();
  const drawn = useTurn(props.turn);
  const geometry = useMemo(() => curveGeometry(size, range), [size, range]);
  const marks = useMemo(() => {
    const most = Math.max(1, Math.floor(size.width / epochNameExtent));
    return run === null ? [0] : stepMarks(run, range, most);
  }, [run, range, size.width]);
  const stepsPerEpoch = run?.stepsPerEpoch ?? 1;
  const { selection, handlers } = useStepGestures({ plot, span, stepAt: geometry.stepAt });
  return (
    <div className={styles['plot']}>
      <div ref={plot} className={styles['drawing']} {...handlers}>
        <div className={styles['lines']} role="img" aria-label={label} aria-describedby={told}>
          {size.width > 0 && drawn && (
            <CurveChart {...{ size, range, axis, marks, stepsPerEpoch, rows }}>
              {selection !== null && (
                <ReferenceArea
                  x1={selection.first}
                  x2={selection.last}
                  fill="var(--accent-soft)"
                  fillOpacity={0.6}
                />
              )}
              {shownStep !== null && <ReferenceLine x={shownStep} stroke="var(--fg)" strokeOpacity={0.5} />}
              {children}
              <Crosshair steps={steps} range={range} dotsAt={dotsAt} />
            </CurveChart>
          )}
        </div>
        <p id={told} hidden>
          {summary}
        </p>
        {steps.length > 0 && <Reading {...props} place={geometry.x} width={size.width} />}
      </div>
    </div>
  );
}

interface ReadingProps extends Pick<StepPlotProps, 'title' | 'run' | 'span' | 'steps' | 'readAt'> {
  place: (step: number) => number;
  width: number;
}

/** The values at the step that is pointed at: beside it, and for those who hear them. */
function Reading({ title, run, span, steps, readAt, place, width }: ReadingProps) {
  const sample = usePointedSample({ steps, range: span.range });
  const reading = sample < 0 ? null : readAt(sample);
  const stepsPerEpoch = run?.stepsPerEpoch ?? 1;
  return (
    <>
      <StepReader
        {...{ title, span, steps }}
        reading={reading === null ? '' : readingText(reading, stepsPerEpoch)}
      />
      {reading !== null && (
        <StepTooltip
          reading={reading}
          place={place(reading.step)}
          width={width}
          stepsPerEpoch={stepsPerEpoch}
        />
      )}
    </>
  );
}
