import type { WindowAxis } from './windowAxis';

/**
 * Visits every sample that a sliding window takes: for each position of the output and each tap of the window that lies
 * on the image, the number of the output's pixel, of the input's, and of the tap.
 */
export function eachTap(
  batch: number,
  [vertical, horizontal]: readonly [WindowAxis, WindowAxis],
  visit: (output: number, input: number, tap: number) => void,
): void {
  let output = 0;
  for (let image = 0; image < batch; image++)
    for (let row = 0; row < vertical.output; row++)
      for (let column = 0; column < horizontal.output; column++, output++)
        for (let i = 0; i < vertical.window; i++) {
          const y = row * vertical.stride - vertical.before + i * vertical.dilation;
          if (y < 0 || y >= vertical.input) continue;
          const line = (image * vertical.input + y) * horizontal.input;
          for (let j = 0; j < horizontal.window; j++) {
            const x = column * horizontal.stride - horizontal.before + j * horizontal.dilation;
            if (x >= 0 && x < horizontal.input) visit(output, line + x, i * horizontal.window + j);
          }
        }
}
