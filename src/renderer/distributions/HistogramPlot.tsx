import { useEffect, useMemo, useRef } from 'react';
import type { Histogram } from '../../protocol/inspectionMessages';
import { useSize } from '../charts/useSize';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';
import styles from './Distributions.module.css';
import { formatValue } from './formatValue';
import { barsHeight, commonAxis, paintHistogram, pastHeight } from './paintHistogram';

interface HistogramPlotProps {
  title: string;
  /** Colour of the bars, as a design token. */
  colour: string;
  /** In ascending order of time; the last is the latest. */
  moments: readonly Histogram[];
  steps: readonly number[];
}

/** How the values of a quantity lie now, as bars, and how they lay before, as rows beneath. */
export function HistogramPlot({ title, colour, moments, steps }: HistogramPlotProps) {
  const [box, { width }] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.theme);
  // The colours on the canvas are those of the theme that it was painted in.
  const painted = useMemo(() => ({ moments, theme }), [moments, theme]);
  useEffect(() => {
    if (canvas.current !== null && width > 0) paintHistogram(canvas.current, painted.moments);
  }, [painted, width]);
  const latest = moments.at(-1);
  if (latest === undefined) return null;
  const { low, high } = commonAxis(moments);
  const total = latest.counts.reduce((sum, count) => sum + count, latest.below + latest.above);
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
        <span>{aside}</span>
      </figcaption>
      <div ref={box}>
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

/** What the axis leaves out, and what can't be drawn. */
function asideOf({ below, above, notFinite }: Histogram, total: number): string {
  if (notFinite > 0) return t`${formatInteger(notFinite)} NaN or infinite`;
  const outside = below + above;
  return outside === 0 ? '' : t`${formatShare(outside / total)} farther out`;
}

function formatShare(share: number): string {
  return share < 0.001 ? t`below ${'0.1 %'}` : `${(100 * share).toFixed(1)} %`;
}
