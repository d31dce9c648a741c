/** From here on digits stop being read one by one, and words are. */
const wordsFrom = 999_500;
/** Numbers beyond have no name that everyone knows. */
const powersFrom = 9.95e14;

const words = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 2,
});
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 2 });

/** A factor as people read it, in two or three digits: 5.3×, 41×, 1,180×, 24 million times. */
export function formatFactor(factor: number): string {
  const digits = factorDigits(factor);
  return isWords(factor) ? `${digits} times` : `${digits}×`;
}

/** A factor's number where room is short: 41, 1,180, 24M. */
export function shortFactorDigits(factor: number): string {
  return isWords(factor) && factor < powersFrom ? short.format(factor) : factorDigits(factor);
}

function isWords(factor: number): boolean {
  return factor >= wordsFrom && Number.isFinite(factor);
}

function factorDigits(factor: number): string {
  if (!Number.isFinite(factor)) return '∞';
  if (factor < 9.95) return factor.toFixed(1);
  if (factor >= powersFrom) return powerOfTen(factor);
  if (factor >= wordsFrom) return words.format(factor);
  return Number(factor.toPrecision(factor < 99.5 ? 2 : 3)).toLocaleString('en-US');
}

function powerOfTen(factor: number): string {
  const [digits = '', exponent = ''] = factor.toExponential(1).split('e+');
  return `${digits} × 10${exponent.replaceAll(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))}`;
}
