import { formatSigned } from '../format/numbers';
import { t } from '../language/t';

/** Beyond these, a float32 is 0 or infinite: a norm that reads so may be anything smaller or larger. */
const smallest = '1e−38';
const largest = '3e38';

/** log₁₀ of a norm: −1.83; words beyond what float32 holds, where it has no digits. */
export function formatLog10(log10Norm: number): string {
  if (Number.isNaN(log10Norm)) return '–';
  if (log10Norm === Number.NEGATIVE_INFINITY) return t`below ${'−38'}`;
  return Number.isFinite(log10Norm) ? formatSigned(log10Norm, 2) : t`above ${'38'}`;
}

/**
 * A number in so many digits: 1.5e−2, or 1.3 where no power of ten is needed to read it; words beyond what float32
 * holds; NaN, not measured, as a dash.
 */
export function formatScientific(value: number, digits = 2): string {
  if (Number.isNaN(value)) return '–';
  if (value === 0) return t`below ${smallest}`;
  if (!Number.isFinite(value)) return t`above ${largest}`;
  const rounded = value.toExponential(digits - 1);
  const exponent = Number(rounded.slice(rounded.indexOf('e') + 1));
  if (exponent >= -1 && exponent < digits) return formatSigned(value, digits - 1 - exponent);
  return rounded.replace('e+', 'e').replaceAll('-', '−');
}
