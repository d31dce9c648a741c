import { ChevronLeft, ChevronRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import type { Run } from '../training/run';
import { useNarrowedRange, wholeRun } from './stepView';
import { moveSteps, showWholeRun, zoomSteps } from './stepZoom';

/** Looks closer at the charts of a run, and back. */
export function ZoomButtons({ run }: { run: Run }) {
  const narrowed = useNarrowedRange(run);
  const whole = wholeRun(run);
  return (
    <>
      {narrowed !== null && (
        <>
          <ToolButton
            icon
            aria-label={t`Earlier steps`}
            disabled={narrowed.first <= 0}
            onClick={() => moveSteps(run, -0.5)}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </ToolButton>
          <ToolButton
            icon
            aria-label={t`Later steps`}
            disabled={narrowed.last >= whole.last}
            onClick={() => moveSteps(run, 0.5)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </ToolButton>
        </>
      )}
      <Hint text={t`Look closer: the wheel over a chart, or drag over a stretch of it`}>
        <ToolButton icon aria-label={t`Fewer steps`} onClick={() => zoomSteps(run, 0.5)}>
          <ZoomIn size={16} aria-hidden="true" />
        </ToolButton>
      </Hint>
      <ToolButton
        icon
        aria-label={t`More steps`}
        disabled={narrowed === null}
        onClick={() => zoomSteps(run, 2)}
      >
        <ZoomOut size={16} aria-hidden="true" />
      </ToolButton>
      <ToolButton
        icon
        aria-label={t`Whole run`}
        disabled={narrowed === null}
        onClick={() => showWholeRun(run)}
      >
        <Maximize2 size={15} aria-hidden="true" />
      </ToolButton>
    </>
  );
}
