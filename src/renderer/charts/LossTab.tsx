import { Table2 } from 'lucide-react';
import { useState } from 'react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { ToolButton } from '../controls/ToolButton';
import styles from './Chart.module.css';
import { EpochTable } from './EpochTable';
import { LossHeadline } from './LossHeadline';
import { TrainingCurves } from './TrainingCurves';
import type { ValueAxis } from './valueAxis';

const scales = [
  { value: 'linear', label: 'Linear' },
  { value: 'log', label: 'Log' },
] as const;

/** Loss and accuracy over the run, as curves or as a table of epochs. */
export function LossTab() {
  const [scale, setScale] = useState<ValueAxis['scale']>('linear');
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <div className={styles['headline']}>
        <LossHeadline />
        <div className={styles['tools']}>
          {!asTable && (
            <span className={styles['choice']}>
              <SegmentedControl
                label="Scale of the loss"
                look="overlay"
                value={scale}
                segments={scales}
                onChange={setScale}
              />
            </span>
          )}
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
      {asTable ? <EpochTable /> : <TrainingCurves scale={scale} />}
    </>
  );
}
