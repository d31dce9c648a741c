import { Download } from 'lucide-react';
import { useMemo } from 'react';
import type { Experiment } from '../../network/laboratory/experiment';
import { experimentPlots } from '../../network/laboratory/plot/experimentPlots';
import { plotSvg } from '../../network/laboratory/plot/plotSvg';
import type { Series } from '../../network/laboratory/series';
import { useSize } from '../charts/useSize';
import { Hint } from '../controls/Hint';
import { exportContent } from '../exporting/exportContent';
import { paintPicture } from '../exporting/paintPicture';
import { say } from '../language/say';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';
import { FramedButton } from '../training/FramedButton';
import styles from './ExperimentPlots.module.css';
import { PlotPicture } from './PlotPicture';

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
      {plots.map(({ id, plot }) => (
        <figure key={id} className={styles['plot']}>
          <PlotPicture plot={plot} />
          <div className={styles['save']}>
            {(['svg', 'png'] as const).map((format) => (
              <Hint key={format} text={t`Export the plot as ${format.toUpperCase()}`}>
                <FramedButton
                  aria-label={t`Export “${say(plot.title)}” as ${format.toUpperCase()}`}
                  onClick={async () => {
                    const svg = plotSvg(plot);
                    const { width, height } = plot;
                    const content = format === 'svg' ? svg : await paintPicture({ svg, width, height });
                    await exportContent(`${experiment.id}-${id}`, format, content);
                  }}
                >
                  <Download size={13} aria-hidden="true" />
                  {format.toUpperCase()}
                </FramedButton>
              </Hint>
            ))}
          </div>
        </figure>
      ))}
    </div>
  );
}
