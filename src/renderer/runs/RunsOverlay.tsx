import { useCallback, useMemo, useState } from 'react';
import { plotSvg } from '../../network/laboratory/plot/plotSvg';
import { CurveMenu, scalesWithAuto } from '../charts/CurveMenu';
import type { LossScale } from '../charts/curveAxes';
import { useStepSpan } from '../charts/stepView';
import { useSize } from '../charts/useSize';
import { ZoomButtons } from '../charts/ZoomButtons';
import { FigureMenu } from '../figures/FigureMenu';
import { PlotPicture } from '../laboratory/PlotPicture';
import { t } from '../language/t';
import { smoothingSetting } from '../settings/groups/charts';
import { useSetting } from '../settings/settingsStore';
import { useTheme } from '../theme/themeStore';
import styles from './ChosenRuns.module.css';
import type { LookedAt } from './lookedAt';
import { OverlayPointer } from './OverlayPointer';
import { lastStepOf, overlayPlot } from './overlayPlot';
import { runsColumns } from './runsColumns';

/** Loss and accuracy of runs over one another, in training and validation; as a picture or a table to take away. */
export function RunsOverlay({ runs }: { runs: readonly LookedAt[] }) {
  const theme = useTheme((state) => state.theme);
  const smoothing = useSetting(smoothingSetting);
  const [scale, setScale] = useState<LossScale>('auto');
  const [box, { width: room }] = useSize<HTMLDivElement>();
  const width = Math.max(320, Math.round(room));
  const folders = runs.map(({ curves }) => curves.folder).join(' ');
  const span = useStepSpan(
    folders,
    useMemo(() => lastStepOf(runs), [runs]),
  );
  const range = span.narrowed ? span.range : null;
  const plot = useMemo(
    () => overlayPlot(runs, { theme, width, range, scale, smoothing }),
    [runs, theme, width, range, scale, smoothing],
  );
  const exported = useCallback(() => {
    const { width: across, height } = plot;
    const name = runs.length === 1 ? (runs[0]?.name ?? t`Run`) : t`${runs.length} runs`;
    return [
      {
        label: t`Loss and accuracy`,
        name,
        picture: () => ({ svg: plotSvg(plot), width: across, height }),
        data: () => runsColumns(runs),
      },
    ];
  }, [plot, runs]);
  return (
    <figure className={styles['overlay']}>
      <div className={styles['tools']}>
        <ZoomButtons span={span} />
        <CurveMenu scale={scale} scales={scalesWithAuto()} onScale={setScale} />
        <FigureMenu charts={exported} />
      </div>
      <div ref={box} className={styles['plot']}>
        <PlotPicture plot={plot} />
        <OverlayPointer runs={runs} span={span} width={width} />
      </div>
    </figure>
  );
}
