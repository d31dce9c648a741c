import { linearLossAxis, logLossAxis } from './lossAxis';
import { spanAxis } from './spanAxis';
import type { ValueAxis } from './valueAxis';

/** How an axis of losses is divided; `auto` takes decades where there are several. */
export type LossScale = ValueAxis['scale'] | 'auto';

/** Of shares, which go from none to all. */
export const percentAxis: ValueAxis = {
  scale: 'linear',
  domain: [0, 100],
  ticks: [0, 25, 50, 75, 100],
  format: String,
};

/** An axis that holds these losses; of a stretch that is looked at closely, no more than that. */
export function lossCurveAxis(values: readonly number[], wanted: LossScale, closely: boolean): ValueAxis {
  const highest = values.length === 0 ? 2.5 : Math.max(...values);
  const lowest = values.length === 0 ? 0.01 : Math.min(...values);
  // Within a decade a logarithmic axis has no marks.
  const scale = wanted === 'auto' ? (highest < 10 * lowest ? 'linear' : 'log') : wanted;
  if (values.length > 0 && closely && scale === 'linear') return closeCurveAxis(values);
  const axis = scale === 'linear' ? linearLossAxis(highest) : logLossAxis(lowest, highest);
  return { scale, ...axis, format: formatTick };
}

/** An axis from about the lowest to about the highest value. */
export function closeCurveAxis(values: readonly number[]): ValueAxis {
  return { scale: 'linear', ...spanAxis(Math.min(...values), Math.max(...values)), format: formatTick };
}

/**
 * An axis from zero to above the highest learning rate; of a stretch that is looked at closely, no more than that. Small
 * rates are written in one power of ten, so that their ticks are as short as those of losses.
 */
export function rateAxis(values: readonly number[], closely: boolean): ValueAxis {
  const highest = Math.max(0, ...values);
  const limits =
    closely && values.length > 0 ? spanAxis(Math.min(...values), highest) : linearLossAxis(highest);
  const exponent = Math.min(0, Math.floor(Math.log10(Math.max(...limits.ticks))));
  if (exponent === 0) return { scale: 'linear', ...limits, format: (rate) => inDigits(rate, 0) };
  return {
    scale: 'linear',
    ...limits,
    format: (rate) => inDigits(rate, exponent),
    power: `×10${superscript(exponent)}`,
  };
}

/** Three digits, as many as have room beside the plot. */
function inDigits(rate: number, exponent: number): string {
  return String(Number((rate / 10 ** exponent).toPrecision(3)));
}

function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (sign) => (sign === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '')));
}

/** Ticks below a thousandth have no room in decimals: 1e−4. */
function formatTick(value: number): string {
  if (value > 0 && value < 0.001) return value.toExponential().replace('-', '−');
  return String(Number(value.toPrecision(4)));
}
