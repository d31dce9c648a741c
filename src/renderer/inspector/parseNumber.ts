import type { Parsed } from '../form/useDraft';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';

interface Limits {
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

/** A whole number within its limits; separators of thousands are let pass. */
export function parseInteger(text: string, limits: Limits): Parsed<number> {
  const plain = text.trim().replaceAll(',', '');
  const value = Number(plain);
  const wanted = t`${limits.label} must be a whole number from ${formatInteger(limits.min)} to ${formatInteger(limits.max)}.`;
  if (!/^[+-]?\d+$/.test(plain) || value < limits.min || value > limits.max) return { problem: wanted };
  return { value };
}

/** A number within its limits, written as decimals or with an exponent. */
export function parseDecimal(text: string, limits: Limits): Parsed<number> {
  const plain = text.trim().replace('−', '-');
  const value = Number(plain);
  if (plain === '' || !Number.isFinite(value) || value < limits.min || value > limits.max)
    return { problem: t`${limits.label} must be a number from ${limits.min} to ${limits.max}.` };
  return { value };
}
