import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { plotSvg } from '../../network/laboratory/plot/plotSvg';
import { useSize } from '../charts/useSize';
import { exportContent } from '../exporting/exportContent';
import { paintPicture } from '../exporting/paintPicture';
import { exportCsv } from '../figures/exportFigure';
import { PlotPicture } from '../laboratory/PlotPicture';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';
import { FramedButton } from '../training/FramedButton';
import styles from './ChosenRuns.module.css';
import type { LookedAt } from './lookedAt';
import { overlayPlot } from './overlayPlot';
import { runsColumns } from './runsColumns';

/** Loss and accuracy of runs over one another, in training and validation; as a picture or a table to take away. */
export function RunsOverlay({ runs }: { runs: readonly LookedAt[] }) {
  const theme = useTheme((state) => state.theme);
  const [box, { width: room }] = useSize<HTMLDivElement>();
  const width = Math.max(320, Math.round(room));
  const plot = useMemo(() => overlayPlot(runs, { theme, width }), [runs, theme, width]);
  const name = runs.length === 1 ? (runs[0]?.name ?? t`Run`) : t`${runs.length} runs`;
  const exportPlot = async (format: 'svg' | 'png'): Promise<void> => {
    const svg = plotSvg(plot);
    const { height } = plot;
    await exportContent(name, format, format === 'svg' ? svg : await paintPicture({ svg, width, height }));
  };
  return (
    <figure className={styles['overlay']}>
      <div ref={box}>
        <PlotPicture plot={plot} />
      </div>
      <div className={styles['save']}>
        {(['svg', 'png'] as const).map((format) => (
          <FramedButton key={format} onClick={() => void exportPlot(format)}>
            <Download size={13} aria-hidden="true" />
            {format.toUpperCase()}
          </FramedButton>
        ))}
        <FramedButton onClick={() => void exportCsv(name, runsColumns(runs))}>
          <Download size={13} aria-hidden="true" />
          {t`CSV`}
        </FramedButton>
      </div>
    </figure>
  );
}
