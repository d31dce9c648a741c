import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { KeyReader } from './KeyReader';
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
    <KeyReader
      label={t`Step in ${title}`}
      least={Math.floor(Math.min(range.first, now))}
      most={Math.ceil(Math.max(range.last, now))}
      now={Math.round(now)}
      reading={reading === '' ? t`step ${formatInteger(now)}` : reading}
      onKey={(event) => onKey?.(event.key) === true || obeyStepKey(event, span, steps)}
      onLeave={() => useStepView.getState().point(null)}
    />
  );
}
