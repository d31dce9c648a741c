import { sampleAfterKey } from '../gradients/flow/scrubberKeys';
import { type MeasuredSteps, nearestSample } from './measuredSteps';
import { type StepSpan, showSteps, useStepView } from './stepView';
import { bringIntoView, zoomBy } from './zoomSteps';

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const closer = 0.5;

/**
 * What the keys do in a chart over steps: arrows lead the crosshair from one measured step to the next, + and − zoom
 * around it, 0 shows all steps, Escape takes it away. False where a key means nothing here.
 */
export function obeyStepKey(key: Key, span: StepSpan, steps: MeasuredSteps): boolean {
  if (key.ctrlKey || key.altKey || key.metaKey) return false;
  const { pointed, point } = useStepView.getState();
  switch (key.key) {
    case '+':
    case '=':
      zoomBy(span, closer);
      return true;
    case '-':
    case '_':
      zoomBy(span, 1 / closer);
      return true;
    case '0':
      showSteps(span, null);
      return true;
    case 'Escape':
      if (pointed === null) return false;
      point(null);
      return true;
  }
  const step = stepAfterArrow(key, pointed, span, steps);
  if (step === null) return false;
  point(step);
  bringIntoView(span, step);
  return true;
}

/** The first arrow brings the crosshair to the last step in view, the next ones move it. */
function stepAfterArrow(
  key: Key,
  pointed: number | null,
  { range }: StepSpan,
  steps: MeasuredSteps,
): number | null {
  const last = steps.sampleAt(range.last);
  const here = pointed === null ? last : nearestSample(steps, pointed);
  const sample = sampleAfterKey(key, here, steps.length);
  if (sample === null || steps.length === 0) return null;
  return steps.at(pointed === null && key.key.startsWith('Arrow') ? Math.max(0, last) : sample);
}
