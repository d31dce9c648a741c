/** Limits and round ticks of an axis from about the lowest to about the highest value, for a curve looked at closely. */
export function spanAxis(
  lowest: number,
  highest: number,
): { readonly domain: readonly [number, number]; readonly ticks: readonly number[] } {
  const middle = Number.isFinite(lowest + highest) ? (lowest + highest) / 2 : 0;
  // A curve that is all but flat still has a height.
  const least = Math.max(1e-6, Math.abs(middle) * 1e-4);
  const span = Number.isFinite(highest - lowest) ? Math.max(highest - lowest, least) : 1;
  const unit = 10 ** Math.floor(Math.log10(span));
  const step =
    [0.1, 0.2, 0.25, 0.5, 1, 2].map((factor) => factor * unit).find((size) => span / size <= 5) ?? unit;
  const low = Math.floor((middle - span / 2) / step + 1e-9);
  const high = Math.max(low + 1, Math.ceil((middle + span / 2) / step - 1e-9));
  const ticks = Array.from({ length: high - low + 1 }, (_, index) =>
    Number(((low + index) * step).toPrecision(12)),
  );
  return { domain: [ticks[0] ?? lowest, ticks.at(-1) ?? highest], ticks };
}
