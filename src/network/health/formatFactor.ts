/** A factor as people read it, in two or three digits: 5.3×, 41×, 1,180×, 2.4e7×. */
export function formatFactor(factor: number): string {
  if (!Number.isFinite(factor)) return '∞×';
  if (factor < 9.95) return `${factor.toFixed(1)}×`;
  if (factor >= 999_500) return `${factor.toExponential(1).replace('e+', 'e')}×`;
  const digits = factor < 99.5 ? 2 : 3;
  return `${Number(factor.toPrecision(digits)).toLocaleString('en-US')}×`;
}
