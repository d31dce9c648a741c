import { ChevronLeft, ChevronRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import { showSpan } from './spansInView';
import { type StepSpan, showSteps } from './stepView';
import { moveBy, zoomBy } from './zoomSteps';

/** Looks closer at charts over steps, and back; while it is there, commands do the same. */
export function ZoomButtons({ span }: { span: StepSpan }) {
  const { range, whole, narrowed } = span;
  const current = useRef(span);
  useEffect(() => {
    current.current = span;
  }, [span]);
  useEffect(() => showSpan(() => current.current), []);
  return (
    <>
      {narrowed && (
        <>
          <ToolButton
            icon
            aria-label={t`Earlier steps`}
            disabled={range.first <= 0}
            onClick={() => moveBy(span, -0.5)}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </ToolButton>
          <ToolButton
            icon
            aria-label={t`Later steps`}
            disabled={range.last >= whole.last}
            onClick={() => moveBy(span, 0.5)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </ToolButton>
        </>
      )}
      <Hint text={t`Look closer: the wheel over a chart, or drag over a stretch of it`}>
        <ToolButton icon aria-label={t`Fewer steps`} onClick={() => zoomBy(span, 0.5)}>
          <ZoomIn size={16} aria-hidden="true" />
        </ToolButton>
      </Hint>
      <ToolButton icon aria-label={t`More steps`} disabled={!narrowed} onClick={() => zoomBy(span, 2)}>
        <ZoomOut size={16} aria-hidden="true" />
      </ToolButton>
      <ToolButton icon aria-label={t`Whole run`} disabled={!narrowed} onClick={() => showSteps(span, null)}>
        <Maximize2 size={15} aria-hidden="true" />
      </ToolButton>
    </>
  );
}
