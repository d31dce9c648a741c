import { useEffect, useMemo, useRef, useState } from 'react';
import type { Histogram } from '../../protocol/inspectionMessages';
import { useSize } from '../charts/useSize';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';
import { BinReader } from './BinReader';
import styles from './Distributions.module.css';
import { formatValue } from './formatValue';
import { HistogramMark } from './HistogramMark';
import { agoAt, binAt, type HistogramPlace, momentAt, placeAfterKey } from './histogramReading';
import { asideOf, binText } from './histogramWords';
import {
  barsHeight,
  type CountScale,
  commonAxis,
  paintHistogram,
  pastHeight,
  totalOf,
} from './paintHistogram';

interface HistogramPlotProps {
  title: string;
  /** Colour of the bars, as a design token. */
  colour: string;
  /** In ascending order of time; the last is the latest. */
  moments: readonly Histogram[];
  steps: readonly number[];
  countScale: CountScale;
}

/** How the values of a quantity lie now, as bars, and how they lay before, as rows beneath. */
export function HistogramPlot({ title, colour, moments, steps, countScale }: HistogramPlotProps) {
  const [box, { width }] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.theme);
  // The colours on the canvas are those of the theme that it was painted in.
  const painted = useMemo(() => ({ moments, theme }), [moments, theme]);
  useEffect(() => {
    if (canvas.current !== null && width > 0) paintHistogram(canvas.current, painted.moments, countScale);
  }, [painted, width, countScale]);
  const [place, setPlace] = useState<HistogramPlace | null>(null);
  const latest = moments.at(-1);
  if (latest === undefined) return null;
  const { low, high } = commonAxis(moments);
  const total = totalOf(latest);
  // Where it does not run into the ends of the axis.
  const zero = -low / (high - low);
  const reading = place === null ? '' : readingText(moments, steps, place);
  const span =
    moments.length > 1
      ? t`, and ${formatInteger(moments.length - 1)} moments before since step ${formatInteger(steps[0] ?? 0)}`
      : '';
  return (
    <figure className={styles['plot']}>
      <figcaption>
        {title}
        <span>{place === null ? asideOf(latest, total) : reading}</span>
      </figcaption>
      <div
        ref={box}
        className={styles['bars']}
        onPointerMove={({ clientX, clientY, currentTarget }) => {
          const { left, top, width: across } = currentTarget.getBoundingClientRect();
          setPlace({ share: (clientX - left) / across, ago: agoAt(clientY - top, moments.length) });
        }}
        onPointerLeave={() => setPlace(null)}
      >
        <canvas
          ref={canvas}
          style={{ color: colour, height: barsHeight + pastHeight }}
          role="img"
          aria-label={t`${title}: ${formatInteger(total)} values from ${formatValue(latest.low)} to ${formatValue(latest.high)} at step ${formatInteger(steps.at(-1) ?? 0)}${span}`}
        />
        {place !== null && <HistogramMark place={place} moments={moments.length} />}
        <BinReader
          {...{ title, reading }}
          share={place?.share ?? null}
          onKey={(key) => {
            if (key.key === 'Escape') {
              setPlace(null);
              return place !== null;
            }
            const next = placeAfterKey(key, place ?? { share: -low / (high - low), ago: 0 }, moments);
            if (next !== null) setPlace(next);
            return next !== null;
          }}
          onLeave={() => setPlace(null)}
        />
      </div>
      <div className={styles['axis']}>
        <span>{formatValue(low)}</span>
        {zero > 0.25 && zero < 0.75 && (
          <span className={styles['zero']} style={{ left: `${zero * 100}%` }}>
            0
          </span>
        )}
        <span>{formatValue(high)}</span>
      </div>
    </figure>
  );
}

/** What is read: of a moment before, with its step. */
function readingText(moments: readonly Histogram[], steps: readonly number[], place: HistogramPlace): string {
  const [moment, bin] = [momentAt(moments, place), binAt(moments, place)];
  if (moment === undefined || bin === null) return '';
  const text = binText(bin, totalOf(moment));
  if (place.ago === 0) return text;
  return t`step ${formatInteger(steps[Math.max(0, steps.length - 1 - place.ago)] ?? 0)}, ${text}`;
}
