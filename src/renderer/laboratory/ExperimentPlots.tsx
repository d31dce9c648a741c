import { useMemo } from 'react';
import type { Experiment } from '../../network/laboratory/experiment';
import { type ExperimentPlot, experimentPlots } from '../../network/laboratory/plot/experimentPlots';
import { plotSvg } from '../../network/laboratory/plot/plotSvg';
import type { Series } from '../../network/laboratory/series';
import { useSize } from '../charts/useSize';
import type { Exported } from '../figures/exported';
import { FigureMenu } from '../figures/FigureMenu';
import { say } from '../language/say';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';
import styles from './ExperimentPlots.module.css';
import { PlotPicture } from './PlotPicture';
import { plotColumns } from './plotColumns';

interface ExperimentPlotsProps {
  experiment: Experiment;
  series: readonly Series[];
}

/** Between plots, and around one, in px, as in the style sheet. */
const gap = 14;
const frame = 14;
const limits = { narrowest: 430, widest: 640 } as const;

/** As wide as a column is where so many of them share the room. */
function plotWidth(room: number): number {
  const columns = Math.max(1, Math.floor((room + gap) / (limits.narrowest + frame + gap)));
  const column = (room + gap) / columns - gap - frame;
  return Math.floor(Math.max(320, Math.min(limits.widest, column)));
}

/** The experiment's plots; each can be saved as it is seen. */
export function ExperimentPlots({ experiment, series }: ExperimentPlotsProps) {
  const theme = useTheme((state) => state.theme);
  const [box, { width: room }] = useSize<HTMLDivElement>();
  const width = plotWidth(room);
  const plots = useMemo(
    () => experimentPlots(experiment, series, { theme, width }),
    [experiment, series, theme, width],
  );
  return (
    <div ref={box} className={styles['plots']}>
      {plots.map((plot) => (
        <SavedPlot key={plot.id} {...plot} experiment={experiment} series={series} />
      ))}
    </div>
  );
}

function SavedPlot({ id, plot, experiment, series }: ExperimentPlot & ExperimentPlotsProps) {
  const exported = useMemo(() => {
    const { title, width, height } = plot;
    const chart: Exported = {
      label: title,
      name: `${experiment.id}-${id}`,
      picture: () => ({ svg: plotSvg(plot), width, height }),
      data: () => plotColumns(series),
    };
    return () => [chart];
  }, [id, plot, experiment, series]);
  return (
    <figure className={styles['plot']}>
      <PlotPicture plot={plot} />
      <div className={styles['save']}>
        <FigureMenu charts={exported} label={t`Export “${say(plot.title)}”`} />
      </div>
    </figure>
  );
}
