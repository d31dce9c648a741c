import type { Histogram } from '../../protocol/inspectionMessages';

/** Heights in px: bars of the latest values, and below them a row for each moment before, the oldest at the bottom. */
export const barsHeight = 48;
export const pastHeight = 30;
/** Between the bars and the rows. */
export const pastGap = 2;

/** The axis on which all moments lie. */
export function commonAxis(moments: readonly Histogram[]): { readonly low: number; readonly high: number } {
  return {
    low: Math.min(...moments.map(({ low }) => low)),
    high: Math.max(...moments.map(({ high }) => high)),
  };
}

/** All values that a histogram counts. */
export function totalOf({ counts, below, above }: Pick<Histogram, 'counts' | 'below' | 'above'>): number {
  return counts.reduce((sum, count) => sum + count, below + above);
}

/** Share of the values on each of `columns` columns of an axis; 0…1, over all of them what the histogram's bins hold. */
export function sharesOn(
  { low, high, counts, below, above }: Histogram,
  axis: { readonly low: number; readonly high: number },
  columns: number,
): Float64Array {
  const shares = new Float64Array(columns);
  const total = totalOf({ counts, below, above });
  const perValue = columns / (axis.high - axis.low);
  for (const [bin, count] of counts.entries()) {
    if (count === 0) continue;
    const width = (high - low) / counts.length;
    const from = (low + bin * width - axis.low) * perValue;
    const to = from + width * perValue;
    for (let column = Math.max(0, Math.floor(from)); column < Math.min(columns, Math.ceil(to)); column++) {
      const covered = Math.min(to, column + 1) - Math.max(from, column);
      shares[column] = (shares[column] ?? 0) + ((count / total) * covered) / (to - from);
    }
  }
  return shares;
}

/** How the heights of bars tell counts: a logarithmic scale shows tails that a linear one presses flat. */
export type CountScale = 'linear' | 'log';

/** Height of a bar, 0…1, by how many values are in it and in the highest. */
export function barShare(count: number, most: number, scale: CountScale): number {
  if (most <= 0) return 0;
  return scale === 'log' ? Math.log1p(count) / Math.log1p(most) : count / most;
}

/** Paints the moments, in ascending order of time, in the canvas's own colour. */
export function paintHistogram(
  canvas: HTMLCanvasElement,
  moments: readonly Histogram[],
  countScale: CountScale,
): void {
  const context = canvas.getContext('2d');
  const latest = moments.at(-1);
  if (context === null || latest === undefined) return;
  const scale = window.devicePixelRatio;
  const width = canvas.clientWidth;
  const height = barsHeight + pastHeight;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  context.fillStyle = getComputedStyle(canvas).color;
  const axis = commonAxis(moments);
  const columns = Math.max(1, Math.floor(width / 2));
  const columnWidth = width / columns;
  const bars = sharesOn(latest, axis, columns);
  const total = totalOf(latest);
  const highest = Math.max(...bars) * total;
  for (const [column, share] of bars.entries()) {
    const bar = barShare(share * total, highest, countScale) * (barsHeight - 2);
    context.fillRect(column * columnWidth, barsHeight - bar, columnWidth - 0.5, bar);
  }
  const rows = pastRows(moments.toReversed(), axis, columns, context.fillStyle);
  context.imageSmoothingEnabled = false;
  context.drawImage(rows, 0, barsHeight + pastGap, width, pastHeight - pastGap);
}

/** A row of pixels for each moment, the more opaque the more values lie there: a rectangle for each takes long. */
function pastRows(
  past: readonly Histogram[],
  axis: { readonly low: number; readonly high: number },
  columns: number,
  colour: CanvasRenderingContext2D['fillStyle'],
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(columns, past.length);
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const opacities = context.createImageData(columns, past.length);
  for (const [row, moment] of past.entries()) {
    const shares = sharesOn(moment, axis, columns);
    const most = Math.max(...shares);
    for (const [column, share] of shares.entries()) {
      if (share > 0) opacities.data[4 * (row * columns + column) + 3] = 255 * (0.12 + 0.88 * (share / most));
    }
  }
  context.putImageData(opacities, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, columns, past.length);
  return canvas;
}
