/** Evidence for a class at places of an image, row by row. */
export interface Evidence {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array;
}

type Colour = readonly [red: number, green: number, blue: number];

/** Evenly spaced colours of matplotlib's inferno (CC0), from no evidence to the strongest: their lightness rises evenly. */
export const evidenceStops: readonly Colour[] = [
  [0, 0, 4],
  [87, 16, 110],
  [188, 55, 84],
  [249, 142, 9],
  [252, 255, 164],
];

/** The colour of a share of the strongest evidence, 0…1. */
export function evidenceColour(share: number): Colour {
  const place = Math.min(1, Math.max(0, share)) * (evidenceStops.length - 1);
  const lower = evidenceStops[Math.floor(place)] ?? [0, 0, 0];
  const upper = evidenceStops[Math.ceil(place)] ?? lower;
  const between = place - Math.floor(place);
  const mixed = (channel: 0 | 1 | 2) =>
    Math.round(lower[channel] + between * (upper[channel] - lower[channel]));
  return [mixed(0), mixed(1), mixed(2)];
}

/** The strongest evidence for the class; 0 where nothing speaks for it. */
export function strongestEvidence({ values }: Evidence): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/**
 * The evidence as a picture of height × width to lay over the image: red, green, blue and opacity of each pixel. Between
 * places it is interpolated bilinearly; what speaks against the class is clear, as is what says nothing.
 */
export function evidencePicture(
  evidence: Evidence,
  { height, width }: { readonly height: number; readonly width: number },
): Uint8ClampedArray<ArrayBuffer> {
  const strongest = strongestEvidence(evidence);
  const pixels = new Uint8ClampedArray(height * width * 4);
  if (strongest === 0) return pixels;
  const at = (row: number, column: number): number =>
    Math.max(0, evidence.values[row * evidence.width + column] ?? 0);
  for (let y = 0; y < height; y++) {
    const rows = between(y, height, evidence.height);
    for (let x = 0; x < width; x++) {
      const columns = between(x, width, evidence.width);
      const [upper, lower] = [rows.first, rows.second].map(
        (row) => at(row, columns.first) * (1 - columns.share) + at(row, columns.second) * columns.share,
      );
      const share = ((upper ?? 0) * (1 - rows.share) + (lower ?? 0) * rows.share) / strongest;
      pixels.set([...evidenceColour(share), Math.round(255 * Math.min(1, share * 1.5))], 4 * (y * width + x));
    }
  }
  return pixels;
}

/** The two places that a pixel's middle lies between, and the share of the second. */
function between(pixel: number, pixels: number, places: number) {
  const place = Math.min(places - 1, Math.max(0, ((pixel + 0.5) * places) / pixels - 0.5));
  const first = Math.floor(place);
  return { first, second: Math.min(places - 1, first + 1), share: place - first };
}
