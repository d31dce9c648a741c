import { formatSigned } from '../format/numbers';
import { formatScientific } from '../gradients/formatNorm';

/** A value at the end of a scale: −0.626, 4.20, 1.5e−4. */
export function formatValue(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size >= 0.01 && size < 1000) return formatSigned(value, size < 1 ? 3 : 2);
  return formatScientific(value);
}
