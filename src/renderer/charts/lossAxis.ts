/** Limits and ticks of an axis of losses. */
interface LossAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** From zero to a round number above the highest loss. */
export function linearLossAxis(highest: number): LossAxis {
  const top = Number.isFinite(highest) && highest > 0 ? highest : 1;
  const unit = 10 ** Math.floor(Math.log10(top));
  const step =
    [0.2, 0.25, 0.5, 1, 2, 2.5].map((factor) => factor * unit).find((size) => top / size <= 5) ?? unit * 2.5;
  const count = Math.ceil(top / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { domain: [0, ticks.at(-1) ?? top], ticks };
}

/** Whole decades around the losses; a loss of zero can't be drawn on it. */
export function logLossAxis(lowest: number, highest: number): LossAxis {
  const low = Math.floor(Math.log10(Math.max(lowest, 1e-8)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(highest, 1e-8))));
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { domain: [10 ** low, 10 ** high], ticks };
}
