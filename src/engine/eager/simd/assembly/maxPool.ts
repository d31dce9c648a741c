/**
 * Largest values of windows over the image, and their places, counted in values from `base`. Of equal ones the first, but
 * NaN where there is one. Extents of the image and distances in it are in values; `before` is the padding in front.
 */
export function maxPool(
  image: usize,
  base: i32,
  height: i32,
  width: i32,
  channels: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideDown: i32,
  strideAcross: i32,
  beforeRows: i32,
  beforeColumns: i32,
  outputHeight: i32,
  outputWidth: i32,
  target: usize,
  places: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const inVectors = channels & ~3;
  let output: usize = 0;
  for (let y = 0; y < outputHeight; y++) {
    const top = y * strideDown - beforeRows;
    const firstRow = max(top, 0);
    const lastRow = min(top + windowHeight, height);
    for (let x = 0; x < outputWidth; x++) {
      const left = x * strideAcross - beforeColumns;
      const firstColumn = max(left, 0);
      const lastColumn = min(left + windowWidth, width);
      const start = (firstRow * width + firstColumn) * channels;
      let channel = 0;
      for (; channel < inVectors; channel += 4) {
        let best = i32x4.add(i32x4.splat(base + start + channel), i32x4(0, 1, 2, 3));
        let largest = v128.load(image + ((<usize>(start + channel)) << 2));
        for (let row = firstRow; row < lastRow; row++) {
          let place = (row * width + firstColumn) * channels + channel;
          let value = image + ((<usize>place) << 2);
          for (let column = firstColumn; column < lastColumn; column++) {
            const four = v128.load(value);
            const better = v128.or(f32x4.gt(four, largest), f32x4.ne(four, four));
            const here = i32x4.add(i32x4.splat(base + place), i32x4(0, 1, 2, 3));
            largest = v128.bitselect(four, largest, better);
            best = v128.bitselect(here, best, better);
            place += channels;
            value += pixel;
          }
        }
        v128.store(target + output, largest);
        v128.store(places + output, best);
        output += 16;
      }
      for (; channel < channels; channel++) {
        let best = start + channel;
        let largest = load<f32>(image + ((<usize>best) << 2));
        for (let row = firstRow; row < lastRow; row++) {
          let place = (row * width + firstColumn) * channels + channel;
          for (let column = firstColumn; column < lastColumn; column++) {
            const value = load<f32>(image + ((<usize>place) << 2));
            if (value > largest || F32.isNaN(value)) {
              largest = value;
              best = place;
            }
            place += channels;
          }
        }
        store<f32>(target + output, largest);
        store<i32>(places + output, base + best);
        output += 4;
      }
    }
  }
}
