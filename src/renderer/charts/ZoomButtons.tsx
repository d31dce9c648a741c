import { ChevronLeft, ChevronRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import type { Run } from '../training/run';
import { extent, moved, type StepRange, zoomed } from './stepRange';
import { useNarrowedRange, useStepView, wholeRun } from './stepView';

/** Looks closer at the charts of a run, and back. */
export function ZoomButtons({ run }: { run: Run }) {
  const narrowed = useNarrowedRange(run);
  const whole = wholeRun(run);
  const range = narrowed ?? whole;
  const show = (next: StepRange | null) =>
    useStepView.getState().show(run.id, next !== null && extent(next) < extent(whole) ? next : null);
  const by = (factor: number) => () => show(zoomed(range, whole, (range.first + range.last) / 2, factor));
  const along = (share: number) => () => show(moved(range, whole, share * extent(range)));
  return (
    <>
      {narrowed !== null && (
        <>
          <ToolButton icon aria-label={t`Earlier steps`} disabled={range.first <= 0} onClick={along(-0.5)}>
            <ChevronLeft size={16} aria-hidden="true" />
          </ToolButton>
          <ToolButton
            icon
            aria-label={t`Later steps`}
            disabled={range.last >= whole.last}
            onClick={along(0.5)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </ToolButton>
        </>
      )}
      <Hint text={t`Look closer: the wheel over a chart, or drag over a stretch of it`}>
        <ToolButton icon aria-label={t`Fewer steps`} onClick={by(0.5)}>
          <ZoomIn size={16} aria-hidden="true" />
        </ToolButton>
      </Hint>
      <ToolButton icon aria-label={t`More steps`} disabled={narrowed === null} onClick={by(2)}>
        <ZoomOut size={16} aria-hidden="true" />
      </ToolButton>
      <ToolButton icon aria-label={t`Whole run`} disabled={narrowed === null} onClick={() => show(null)}>
        <Maximize2 size={15} aria-hidden="true" />
      </ToolButton>
    </>
  );
}
