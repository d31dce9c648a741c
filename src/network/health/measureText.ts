/** A norm in a sentence: 0.31, 4.2, 2.1e−6, "exactly 0". */
export function normText(norm: number): string {
  if (Number.isNaN(norm)) return 'not a number';
  if (norm === 0) return 'exactly 0';
  if (!Number.isFinite(norm)) return 'infinite';
  const size = Math.abs(norm);
  if (size >= 0.01 && size < 1000) return String(Number(norm.toPrecision(2))).replace('-', '−');
  return norm.toExponential(1).replace('e+', 'e').replaceAll('-', '−');
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
