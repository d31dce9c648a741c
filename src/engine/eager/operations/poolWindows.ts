import type { WindowAxis } from './windowAxis';

/** The windows of a pool over a batch of images. */
export interface PoolWindows {
  readonly batch: number;
  readonly channels: number;
  readonly axes: readonly [vertical: WindowAxis, horizontal: WindowAxis];
  /** Values in one row of an image. */
  readonly rowSize: number;
  readonly outputShape: readonly number[];
}

/**
 * Visits all windows: with the place of the output's first channel, the place of the window's first pixel on the
 * image, and the rows and columns of the window that lie on the image.
 */
export function eachWindow(
  { batch, channels, axes: [vertical, horizontal], rowSize }: PoolWindows,
  visit: (output: number, input: number, rows: number, columns: number) => void,
): void {
  let output = 0;
  for (let image = 0; image < batch; image++)
    for (let y = 0; y < vertical.output; y++) {
      const [top, rows] = onImage(vertical, y);
      for (let x = 0; x < horizontal.output; x++) {
        const [left, columns] = onImage(horizontal, x);
        visit(output, (image * vertical.input + top) * rowSize + left * channels, rows, columns);
        output += channels;
      }
    }
}

/** First position of a window on the image, and how many follow. */
function onImage(
  { input, window, stride, before }: WindowAxis,
  position: number,
): readonly [start: number, count: number] {
  const start = position * stride - before;
  const first = Math.max(0, start);
  return [first, Math.min(start + window, input) - first];
}
