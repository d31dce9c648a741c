import { Table2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { ToolButton } from '../controls/ToolButton';
import { FigureMenu } from '../figures/FigureMenu';
import { t } from '../language/t';
import { lossScaleSetting } from '../settings/groups/charts';
import { changeSetting, useSetting } from '../settings/settingsStore';
import { spokenOptions } from '../settings/spokenOptions';
import { useTrainedRun } from '../training/useTrainedRun';
import { UseButton } from '../using/UseButton';
import styles from './Chart.module.css';
import { CurveMenu } from './CurveMenu';
import { curveExports } from './curveExports';
import { EpochTable } from './EpochTable';
import { LossHeadline } from './LossHeadline';
import { lastStepOnAxis } from './stepAxis';
import { useStepSpan } from './stepView';
import { TrainingCurves } from './TrainingCurves';
import { ZoomButtons } from './ZoomButtons';

/** Loss and accuracy over the run, as curves or as a table of epochs. */
export function LossTab() {
  const scale = useSetting(lossScaleSetting);
  const [asTable, setAsTable] = useState(false);
  const run = useTrainedRun();
  const span = useStepSpan(run?.id ?? null, run === null ? 1 : lastStepOnAxis(run));
  const charts = useRef<HTMLDivElement>(null);
  return (
    <>
      <div className={styles['headline']}>
        <LossHeadline />
        <div className={styles['tools']}>
          <UseButton />
          {!asTable && (
            <span className={styles['choice']}>
              <SegmentedControl
                label={t`Scale of the loss`}
                look="overlay"
                value={scale}
                segments={spokenOptions(lossScaleSetting)}
                onChange={(chosen) => changeSetting(lossScaleSetting, chosen)}
              />
            </span>
          )}
          {!asTable && run !== null && <ZoomButtons span={span} />}
          {!asTable && (
            <CurveMenu
              scale={scale}
              scales={spokenOptions(lossScaleSetting)}
              onScale={(chosen) => changeSetting(lossScaleSetting, chosen)}
            />
          )}
          {!asTable && run !== null && <FigureMenu charts={() => curveExports(run, charts)} />}
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
      {asTable ? <EpochTable /> : <TrainingCurves scale={scale} box={charts} />}
    </>
  );
}
