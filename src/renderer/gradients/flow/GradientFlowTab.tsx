import { Table2 } from 'lucide-react';
import { useState } from 'react';
import { judgeFlow } from '../../../network/health/flowVerdict';
import styles from '../../charts/Chart.module.css';
import { ToolButton } from '../../controls/ToolButton';
import { useRun } from '../../training/runStore';
import { shownSample } from '../useNodeGradient';
import { DepthChart } from './DepthChart';
import { FlowHeadline } from './FlowHeadline';
import { GradientTable } from './GradientTable';
import { depthNorms } from './gradientProfile';
import { TimeChart } from './TimeChart';
import { useMeasuredLayers } from './useMeasuredLayers';

/** Where the gradient lives and dies: by depth at one step, and over time for every layer. */
export function GradientFlowTab() {
  const run = useRun((state) => state.run);
  // Read anew with each repaint: the log changes in place.
  useRun((state) => state.paint);
  const layers = useMeasuredLayers();
  const sample = useRun(shownSample);
  const [asTable, setAsTable] = useState(false);
  const verdict = run === null || sample < 0 ? null : judgeFlow(depthNorms(run, layers, sample));
  return (
    <>
      <div className={styles['headline']}>
        <FlowHeadline verdict={verdict} />
        <div className={styles['tools']}>
          <ToolButton
            icon
            aria-label="Show as a table"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            <Table2 size={16} aria-hidden="true" />
          </ToolButton>
        </div>
      </div>
      {asTable ? (
        <GradientTable layers={layers} sample={sample} />
      ) : (
        <div className={styles['charts']}>
          <DepthChart layers={layers} sample={sample} verdict={verdict} />
          <TimeChart layers={layers} sample={sample} />
        </div>
      )}
    </>
  );
}
