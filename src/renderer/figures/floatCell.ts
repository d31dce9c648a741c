/** A measured norm in a table: words where float32 holds no digits of it, as in the window. NaN stays: not measured. */
export function floatCell(measured: number): string | number {
  if (measured === 0) return '<1e-38';
  return measured === Number.POSITIVE_INFINITY ? '>3e38' : measured;
}
