import { useRef, useState } from 'react';
import chart from '../charts/Chart.module.css';
import { CurveMenu, scalesWithAuto } from '../charts/CurveMenu';
import type { LossScale } from '../charts/curveAxes';
import { useStepSpan } from '../charts/stepView';
import { ZoomButtons } from '../charts/ZoomButtons';
import { FigureMenu } from '../figures/FigureMenu';
import { t } from '../language/t';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import styles from './CompareTab.module.css';
import { TwinCurves } from './TwinCurves';
import { TwinHeadline } from './TwinHeadline';
import { TwinHeatMaps } from './TwinHeatMaps';
import { TwinOffer } from './TwinOffer';
import { TwinProfile } from './TwinProfile';
import { TwinScrubber } from './TwinScrubber';
import { twinExports } from './twinExports';
import { useTwin } from './twinStore';
import { useTwinView } from './useTwinView';

/** Two networks that were trained on equal terms, over one another; or the offer to train them. */
export function CompareTab() {
  const charts = useRef<HTMLDivElement>(null);
  const twin = useTwin();
  const view = useTwinView();
  const [scale, setScale] = useState<LossScale>('auto');
  const span = useStepSpan(view?.sides[0].run.id ?? null, view?.lastStep ?? 1);
  const underWay = useRun(({ status }) => isUnderWay(status));
  if (twin === null) return <TwinOffer />;
  if (view === null || view.measured === 0)
    return (
      <p className={`${chart['headline']} ${styles['waiting']}`}>
        {underWay ? t`Waiting for the first step of both networks` : t`Neither network took a step`}
      </p>
    );
  return (
    <>
      <div className={chart['headline']}>
        <TwinHeadline view={view} />
        <div className={chart['tools']}>
          <ZoomButtons span={span} />
          <CurveMenu scale={scale} scales={scalesWithAuto()} onScale={setScale} />
          <FigureMenu charts={() => twinExports(view, charts)} />
        </div>
      </div>
      <div ref={charts} className={`${chart['charts']} ${styles['charts']}`}>
        <TwinProfile view={view} />
        <TwinCurves view={view} span={span} scale={scale} />
        <TwinHeatMaps view={view} span={span} />
      </div>
      <TwinScrubber view={view} span={span} />
    </>
  );
}
