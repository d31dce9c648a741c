import { leftOutOfFigures } from '../figures/drawnPage';
import styles from './Distributions.module.css';
import type { HistogramPlace } from './histogramReading';
import { barsHeight, pastGap, pastHeight } from './paintHistogram';

/** What of a histogram is read: a line over the bars, or in the row of a moment before. */
export function HistogramMark({ place, moments }: { place: HistogramPlace; moments: number }) {
  const row = (pastHeight - pastGap) / moments;
  const extent =
    place.ago === 0
      ? { top: 0, height: barsHeight }
      : { top: barsHeight + pastGap + place.ago * row, height: Math.max(3, row) };
  return (
    <i
      className={styles['mark']}
      style={{ left: `${100 * place.share}%`, ...extent }}
      {...leftOutOfFigures}
    />
  );
}
