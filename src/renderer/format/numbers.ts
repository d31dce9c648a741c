import { translation } from '../language/translation';

const minus = '−';
const integers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Whole numbers with separators: 61,706. */
export function formatInteger(value: number): string {
  return integers.format(value).replace('-', minus);
}

/** A number split into digits and unit prefix, so that the unit can be set smaller: 416.5 K. */
export interface Quantity {
  readonly digits: string;
  /** '', 'K', 'M', 'G' or 'T', or a unit. */
  readonly prefix: string;
}

const prefixes = ['', 'K', 'M', 'G', 'T'] as const;

/** Three significant digits with a unit prefix; numbers below 1,000 are whole. */
export function quantity(value: number): Quantity {
  let scaled = value;
  let step = 0;
  while (Math.abs(scaled) >= 999.5 && step < prefixes.length - 1) {
    scaled /= 1000;
    step += 1;
  }
  if (step === 0) return { digits: formatInteger(value), prefix: '' };
  const decimals = Math.abs(scaled) >= 99.95 ? 0 : Math.abs(scaled) >= 9.995 ? 1 : 2;
  return { digits: scaled.toFixed(decimals).replace('-', minus), prefix: prefixes[step] ?? '' };
}

/** A count as short as a card needs it: 704, 2.42K, 61.7K, 138M. */
export function formatCount(value: number): string {
  const { digits, prefix } = quantity(value);
  return digits + prefix;
}

/** A signed number with a real minus sign: −1.62. */
export function formatSigned(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('-', minus);
}

/** "1 layer", "3 layers", in the window's language. */
export function formatCounted(count: number, noun: string, plural = `${noun}s`): string {
  const text = `${formatInteger(count)} ${count === 1 ? noun : plural}`;
  return translation.language === 'en'
    ? text
    : translation.t(`{{0}} ${count === 1 ? noun : plural}`, { 0: formatInteger(count) });
}
