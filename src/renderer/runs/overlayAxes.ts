import { valueScale } from '../../network/laboratory/plot/valueScale';
import type { LossScale } from '../charts/curveAxes';
import { logLossAxis } from '../charts/lossAxis';
import { formatLoss } from '../training/formatValues';

/** The vertical axis of curves. */
export interface CurveAxis {
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** 0 at the bottom, 1 at the top. */
  share(value: number): number;
}

/** Losses further apart than this are drawn on a logarithmic axis. */
const widestLinear = 50;

/** From zero on, or from the lowest where looked at closely; in decades where that is wanted, or losses are far apart. */
export function lossAxis(values: readonly number[], wanted: LossScale = 'auto', closely = false): CurveAxis {
  const finite = values.filter(Number.isFinite);
  const lowest = Math.min(...finite.filter((value) => value > 0));
  const highest = Math.max(...finite);
  const decades = wanted === 'auto' ? highest / lowest > widestLinear : wanted === 'log';
  if (!decades || !Number.isFinite(lowest)) return linearAxis(closely ? finite : [0, ...finite]);
  const { domain, ticks } = logLossAxis(lowest, highest);
  const [low, high] = [Math.log10(domain[0]), Math.log10(domain[1])];
  const every = Math.ceil(ticks.length / 6);
  return {
    ticks: ticks
      .filter((_, place) => place % every === 0)
      .map((value) => ({ value, label: formatLoss(value) })),
    share: (value) => (Math.log10(Math.max(value, domain[0])) - low) / (high - low),
  };
}

/** Percent, over the values that there are. */
export function shareAxis(values: readonly number[]): CurveAxis {
  return linearAxis(values.filter(Number.isFinite));
}

function linearAxis(values: readonly number[]): CurveAxis {
  const scale = valueScale(values, 4);
  return {
    ticks: scale.ticks.map((value) => ({ value, label: value.toFixed(scale.decimals) })),
    share: (value) => scale.share(value),
  };
}
