import { memo, useMemo } from 'react';
import type { Run } from '../training/run';
import styles from './Chart.module.css';
import { CurveAxes } from './CurveAxes';
import { CurveKey } from './CurveKey';
import { CurveLines, type ValidationPoint } from './CurveLines';
import { curveGeometry, nearestPoint } from './curveGeometry';
import { SeriesTooltip } from './SeriesTooltip';
import { stepMarks } from './stepAxis';
import type { StepRange } from './stepRange';
import { useStepView } from './stepView';
import type { SeriesPoint } from './trainingSeries';
import { useSize } from './useSize';
import { useStepGestures } from './useStepGestures';
import { useTurn } from './useTurn';
import type { ValueAxis } from './valueAxis';

interface TrainingCurveProps {
  title: string;
  /** Unit and scale, beside the title. */
  unit: string;
  /** Null before the first run: the axes alone are drawn. */
  run: Run | null;
  /** Steps that are shown, and those that could be. */
  range: StepRange;
  whole: StepRange;
  points: readonly SeriesPoint[];
  validation: readonly ValidationPoint[];
  axis: ValueAxis;
  format: (value: number) => string;
  /** The step that the window shows in place of the last. */
  shownStep: number | null;
  /** Its place among the curves that are drawn: their axes come one after the other, as they take long. */
  turn: number;
}

/** Room that the name of an epoch takes under the axis, in px. */
const epochNameExtent = 72;

/**
 * A curve of the training, thin as measured and thick smoothed, with a dot for each validation. Recharts draws its axes;
 * what moves with the run lies over them, a path for each line: Recharts took a tenth of a second to lay both out anew,
 * in which the window answered to nothing.
 */
export const TrainingCurve = memo(function TrainingCurve(props: TrainingCurveProps) {
  const { title, unit, run, range, whole, points, validation, axis, format, shownStep, turn } = props;
  const [plot, size] = useSize<HTMLDivElement>();
  const pointedStep = useStepView((state) => state.pointed);
  const { point, show } = useStepView.getState();
  const drawsAxes = useTurn(turn);
  const geometry = useMemo(() => curveGeometry(size, range, axis), [size, range, axis]);
  const marks = useMemo(() => {
    const most = Math.max(1, Math.floor(size.width / epochNameExtent));
    return run === null ? [0] : stepMarks(run, range, most);
  }, [run, range, size.width]);
  const stepsPerEpoch = run?.stepsPerEpoch ?? 1;
  const pointed = pointedStep === null ? undefined : nearestPoint(points, geometry.x(pointedStep), geometry);
  const { selection, handlers } = useStepGestures({
    ...{ plot, range, whole, stepAt: geometry.stepAt, point },
    show: (next) => {
      if (run !== null) show(run.id, next);
    },
  });

  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['title']}>
        {title}
        {unit !== '' && <span>{unit}</span>}
        <CurveKey />
      </figcaption>
      <div className={styles['plot']}>
        <div ref={plot} className={styles['drawing']} {...handlers}>
          {size.width > 0 && drawsAxes && (
            <CurveAxes size={size} range={range} axis={axis} marks={marks} stepsPerEpoch={stepsPerEpoch} />
          )}
          {size.width > 0 && (
            <CurveLines {...{ title, geometry, points, validation, shownStep, pointed, selection }} />
          )}
          {pointed !== undefined && (
            <SeriesTooltip
              point={pointed}
              geometry={geometry}
              stepsPerEpoch={stepsPerEpoch}
              format={format}
            />
          )}
        </div>
      </div>
    </figure>
  );
});
