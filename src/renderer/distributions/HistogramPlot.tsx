import { useEffect, useMemo, useRef, useState } from 'react';
import type { Histogram } from '../../protocol/inspectionMessages';
import { useSize } from '../charts/useSize';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';
import styles from './Distributions.module.css';
import { formatValue } from './formatValue';
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
  const [pointed, setPointed] = useState<number | null>(null);
  const latest = moments.at(-1);
  if (latest === undefined) return null;
  const { low, high } = commonAxis(moments);
  const total = totalOf(latest);
  // Where it does not run into the ends of the axis.
  const zero = -low / (high - low);
  const aside = asideOf(latest, total);
  const span =
    moments.length > 1
      ? t`, and ${formatInteger(moments.length - 1)} moments before since step ${formatInteger(steps[0] ?? 0)}`
      : '';
  return (
    <figure className={styles['plot']}>
      <figcaption>
        {title}
        <span>{pointed === null ? aside : binText(latest, low + pointed * (high - low), total)}</span>
      </figcaption>
      <div
        ref={box}
        onPointerMove={({ clientX, currentTarget }) => {
          const { left, width: across } = currentTarget.getBoundingClientRect();
          setPointed((clientX - left) / across);
        }}
        onPointerLeave={() => setPointed(null)}
      >
        <canvas
          ref={canvas}
          style={{ color: colour, height: barsHeight + pastHeight }}
          role="img"
          aria-label={t`${title}: ${formatInteger(total)} values from ${formatValue(latest.low)} to ${formatValue(latest.high)} at step ${formatInteger(steps.at(-1) ?? 0)}${span}`}
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

/** What lies in the bin of a value: "0.12 to 0.14: 1,024 values, 3.1 %". */
function binText({ low, high, counts }: Histogram, value: number, total: number): string {
  const bin = (high - low) / counts.length;
  const place = Math.floor((value - low) / bin);
  const count = counts[place];
  if (count === undefined) return t`${formatValue(value)}: none now`;
  const [from, to] = [formatValue(low + place * bin), formatValue(low + (place + 1) * bin)];
  return t`${from} to ${to}: ${formatInteger(count)}, ${formatShare(count / total)}`;
}

/** What the axis leaves out, and what can't be drawn. */
function asideOf({ below, above, notFinite }: Histogram, total: number): string {
  if (notFinite > 0) return t`${formatInteger(notFinite)} NaN or infinite`;
  const outside = below + above;
  return outside === 0 ? '' : t`${formatShare(outside / total)} farther out`;
}

function formatShare(share: number): string {
  return share < 0.001 ? t`below ${'0.1 %'}` : `${(100 * share).toFixed(1)} %`;
}
