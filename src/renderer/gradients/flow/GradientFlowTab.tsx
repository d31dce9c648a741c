import { Table2 } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { judgeFlow } from '../../../network/health/flowVerdict';
import { useChartQuantity } from '../../canvas/colourBy';
import styles from '../../charts/Chart.module.css';
import { lastStepOnAxis } from '../../charts/stepAxis';
import { useStepSpan } from '../../charts/stepView';
import { useChartPaint } from '../../charts/useChartPaint';
import { ZoomButtons } from '../../charts/ZoomButtons';
import { ToolButton } from '../../controls/ToolButton';
import { FlowFixes } from '../../diagnosis/FlowFixes';
import { FigureMenu } from '../../figures/FigureMenu';
import { t } from '../../language/t';
import { ProbeFacts } from '../../probe/ProbeFacts';
import type { Run } from '../../training/run';
import { useRun } from '../../training/runStore';
import { shownSample } from '../../training/shownSample';
import { DepthChart } from './DepthChart';
import { FlowHeadline } from './FlowHeadline';
import { flowExports, type ShownFlow } from './flowExports';
import { GradientTable } from './GradientTable';
import { depthNorms } from './gradientProfile';
import { TimeChart } from './TimeChart';
import { useMeasuredLayers, useReachedLayers } from './useMeasuredLayers';

/** As often as the digits in the status bar. */
const repaintMilliseconds = 100;

/** Where the gradient lives and dies: by depth at one step, and over time for every layer. */
export function GradientFlowTab() {
  const run = useRun((state) => state.run);
  const scrubbedStep = useRun((state) => state.scrubbedStep);
  const paint = useChartPaint(repaintMilliseconds);
  const span = useStepSpan(run?.id ?? null, run === null ? 1 : lastStepOnAxis(run));
  const quantity = useChartQuantity();
  const reached = useReachedLayers();
  const layers = useMeasuredLayers(quantity);
  const sample = useMemo(() => sampleAt(run, scrubbedStep, paint), [run, scrubbedStep, paint]);
  const [asTable, setAsTable] = useState(false);
  const charts = useRef<HTMLDivElement>(null);
  const shown = useRef<ShownFlow | null>(null);
  useEffect(() => {
    shown.current = run === null || sample < 0 ? null : { run, layers, quantity, sample, charts };
  }, [run, layers, quantity, sample]);
  const exported = useCallback(() => (shown.current === null ? [] : flowExports(shown.current)), []);
  const verdict =
    run === null || sample < 0 ? null : judgeFlow(depthNorms(run, reached, sample), run.normalised);
  return (
    <>
      <div className={styles['headline']}>
        <FlowHeadline verdict={verdict} />
        <div className={styles['tools']}>
          <FlowFixes />
          {!asTable && run?.probe === null && sample >= 0 && <ZoomButtons span={span} />}
          {!asTable && run !== null && sample >= 0 && <FigureMenu charts={exported} />}
          <ToolButton
            icon
            aria-label={t`Show as a table`}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            <Table2 size={16} aria-hidden="true" />
          </ToolButton>
        </div>
      </div>
      {asTable ? (
        <GradientTable layers={reached} sample={sample} />
      ) : (
        <div ref={charts} className={styles['charts']}>
          <DepthChart layers={layers} quantity={quantity} sample={sample} verdict={verdict} />
          {run?.probe ? (
            <ProbeFacts facts={run.probe} />
          ) : (
            <TimeChart layers={layers} quantity={quantity} sample={sample} span={span} paint={paint} />
          )}
        </div>
      )}
    </>
  );
}

/** The run's log grows in place: `paint` says when it is to be read anew. */
function sampleAt(run: Run | null, scrubbedStep: number | null, _paint: number): number {
  return shownSample({ run, scrubbedStep });
}
