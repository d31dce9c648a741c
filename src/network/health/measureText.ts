/** A norm in a sentence: 0.31, 4.2, 2.1e−6; "below 1e−38" and "above 3e38" where a 32-bit number has no digits. */
export function normText(norm: number): string {
  if (norm === 0) return 'below 1e−38';
  if (norm === Number.POSITIVE_INFINITY) return 'above 3e38';
  return valueText(norm);
}

/** A value, which can be 0 and below, in a sentence: 0.31, −4.2, 2.1e−6, 0. */
export function valueText(value: number): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return 'infinite';
  const size = Math.abs(value);
  if (value === 0 || (size >= 0.01 && size < 1000))
    return String(Number(value.toPrecision(2))).replace('-', '−');
  return value.toExponential(1).replace('e+', 'e').replaceAll('-', '−');
}

/** A share as a percentage: 99.8 %, 3 %. Not rounded up to 100 %. */
export function shareText(share: number): string {
  const percent = 100 * share;
  const text = percent > 99 && percent < 100 ? Math.floor(percent * 10) / 10 : Number(percent.toPrecision(2));
  return `${text} %`;
}

/** "conv1", "conv1 and conv2", "conv1, conv2 and 7 more". */
export function namesText(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (names.length <= 1) return first;
  if (names.length === 2) return `${first} and ${second}`;
  return `${first}, ${second} and ${names.length - 2} more`;
}

/** "3 layers", "1 layer". */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
