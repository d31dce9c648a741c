/** A linear axis with round ticks. */
export interface ValueScale {
  readonly ticks: readonly number[];
  /** Decimals that tell the ticks apart. */
  readonly decimals: number;
  /** 0 at the lowest tick, 1 at the highest. */
  share(value: number): number;
}

/** An axis over all values, in about so many steps of 1, 2 or 5 times a power of ten. */
export function valueScale(values: readonly number[], steps = 5): ValueScale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from, to] = Number.isFinite(high - low) ? widened(low, high) : [0, 1];
  const step = roundStep((to - from) / steps);
  const [first, last] = [Math.floor(from / step + 1e-9), Math.ceil(to / step - 1e-9)];
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, index) =>
      Number(((first + index) * step).toFixed(decimals)),
    ),
    decimals,
    share: (value) => (value - first * step) / ((last - first) * step),
  };
}

/** A lone value gets an axis around it, and so do values that are the same to nine digits. */
function widened(low: number, high: number): readonly [number, number] {
  const size = Math.max(1, Math.abs(low), Math.abs(high));
  return high - low > 1e-9 * size ? [low, high] : [low - size / 2, high + size / 2];
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return factor * power;
}
