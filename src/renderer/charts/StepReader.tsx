import { leftOutOfFigures } from '../figures/drawnPage';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './Chart.module.css';
import type { MeasuredSteps } from './measuredSteps';
import { obeyStepKey } from './stepKeys';
import { type StepSpan, useStepView } from './stepView';

interface StepReaderProps {
  /** What is drawn: "Loss". */
  title: string;
  span: StepSpan;
  steps: MeasuredSteps;
  /** What was measured at the step that is pointed at, as one sentence; empty where none is. */
  reading: string;
  /** Takes a key before the step does; true where it had a use for it. */
  onKey?: (key: string) => boolean;
}

/** Lies over a chart over steps, and takes its keys: what is read aloud is the step and what was measured there. */
export function StepReader({ title, span, steps, reading, onKey }: StepReaderProps) {
  const pointed = useStepView((state) => state.pointed);
  const { range } = span;
  const now = pointed ?? Math.min(range.last, steps.length === 0 ? 0 : steps.at(steps.length - 1));
  return (
    <div
      role="slider"
      tabIndex={0}
      {...leftOutOfFigures}
      className={styles['reader']}
      aria-label={t`Step in ${title}`}
      aria-valuemin={Math.floor(Math.min(range.first, now))}
      aria-valuemax={Math.ceil(Math.max(range.last, now))}
      aria-valuenow={Math.round(now)}
      aria-valuetext={reading === '' ? t`step ${formatInteger(now)}` : reading}
      onBlur={() => useStepView.getState().point(null)}
      onKeyDown={(event) => {
        if (onKey?.(event.key) === true || obeyStepKey(event, span, steps)) event.preventDefault();
      }}
    />
  );
}
