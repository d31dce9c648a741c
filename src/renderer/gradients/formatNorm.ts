import { formatSigned } from '../format/numbers';

/** log₁₀ of a norm: −1.83; "0" in words for an exact zero, since its logarithm has no digits. */
export function formatLog10(log10Norm: number): string {
  if (log10Norm === Number.NEGATIVE_INFINITY) return '−∞';
  return Number.isFinite(log10Norm) ? formatSigned(log10Norm, 2) : '∞';
}

/** A small or large number in two digits: 1.5e−2, 0, NaN as a dash. */
export function formatScientific(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return '∞';
  return value.toExponential(1).replace('e+', 'e').replaceAll('-', '−');
}
