/** A grey picture: lightness 0…1 of each pixel, row by row. */
export interface GreyPicture {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** What is darker than this is no ink. */
const leastInk = 0.05;

/** Sides of MNIST's images, and of the box that its digits are scaled to. */
const field = 28;
const box = 20;

/**
 * A drawing, light on dark, as the digits of MNIST are (LeCun et al. 1998, §III.A): scaled to fit into 20×20 with its
 * proportions, grey from averaging, and moved by whole pixels so that its centre of mass lies in pixel (14, 14), counted from
 * 0, of 28×28: as that of all their 10,000 test images does. Nothing drawn gives an empty image.
 */
export function placeDigit(drawing: GreyPicture): GreyPicture {
  const values = new Float32Array(field * field);
  const ink = inkBox(drawing);
  if (ink === null) return { height: field, width: field, values };
  const scale = box / Math.max(ink.bottom - ink.top, ink.right - ink.left);
  const height = Math.max(1, Math.round((ink.bottom - ink.top) * scale));
  const width = Math.max(1, Math.round((ink.right - ink.left) * scale));
  const digit = resample(drawing, ink, { height, width });
  const { y, x } = centreOfMass(digit);
  const top = within(Math.ceil(field / 2 - y), field - height);
  const left = within(Math.ceil(field / 2 - x), field - width);
  for (let row = 0; row < height; row++)
    values.set(digit.values.subarray(row * width, (row + 1) * width), (top + row) * field + left);
  return { height: field, width: field, values };
}

/** A drawing in another size, each pixel the mean of what it covers. */
export function scalePicture(
  drawing: GreyPicture,
  size: { readonly height: number; readonly width: number },
): GreyPicture {
  return resample(drawing, { top: 0, left: 0, bottom: drawing.height, right: drawing.width }, size);
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows and columns from the first with ink to behind the last; null where there is none. */
function inkBox({ height, width, values }: GreyPicture): Box | null {
  let [top, left, bottom, right] = [height, width, 0, 0];
  for (const [place, value] of values.entries()) {
    if (value < leastInk) continue;
    const [row, column] = [Math.floor(place / width), place % width];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row + 1)];
    [left, right] = [Math.min(left, column), Math.max(right, column + 1)];
  }
  return bottom > top ? { top, left, bottom, right } : null;
}

function resample(
  { width: fullWidth, values }: GreyPicture,
  part: Box,
  { height, width }: { readonly height: number; readonly width: number },
): GreyPicture {
  const rows = (part.bottom - part.top) / height;
  const columns = (part.right - part.left) / width;
  const averaged = new Float32Array(height * width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [sum, area] = [0, 0];
      for (const [row, down] of covered(part.top + y * rows, rows))
        for (const [column, across] of covered(part.left + x * columns, columns)) {
          sum += down * across * (values[row * fullWidth + column] ?? 0);
          area += down * across;
        }
      averaged[y * width + x] = sum / area;
    }
  return { height, width, values: averaged };
}

/** The pixels of one axis that a stretch covers, each with how much of it. */
function covered(from: number, length: number): readonly (readonly [pixel: number, share: number])[] {
  const to = from + length;
  const first = Math.floor(from);
  const count = Math.max(1, Math.ceil(to - 1e-9) - first);
  return Array.from({ length: count }, (_, step) => {
    const pixel = first + step;
    return [pixel, Math.min(to, pixel + 1) - Math.max(from, pixel)] as const;
  });
}

/** In pixels from the upper left corner: the middle of the first pixel is at ½. */
function centreOfMass({ width, values }: GreyPicture): { readonly y: number; readonly x: number } {
  let [mass, y, x] = [0, 0, 0];
  for (const [place, value] of values.entries()) {
    mass += value;
    y += value * (Math.floor(place / width) + 0.5);
    x += value * ((place % width) + 0.5);
  }
  return { y: y / mass, x: x / mass };
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
