import type { Histogram } from '../../protocol/inspectionMessages';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { formatValue } from './formatValue';
import type { ReadBin } from './histogramReading';

/** What lies in a bin: "0.12 to 0.14: 1,024 values, 3.1 %". */
export function binText({ from, to, count }: ReadBin, total: number): string {
  if (count === null) return t`${formatValue(from)}: none`;
  const values = formatInteger(count);
  return t`${formatValue(from)} to ${formatValue(to)}: ${values}, ${formatShare(count / total)}`;
}

/** What the axis leaves out, and what can't be drawn. */
export function asideOf({ below, above, notFinite }: Histogram, total: number): string {
  if (notFinite > 0) return t`${formatInteger(notFinite)} NaN or infinite`;
  const outside = below + above;
  return outside === 0 ? '' : t`${formatShare(outside / total)} farther out`;
}

function formatShare(share: number): string {
  return share < 0.001 ? t`below ${'0.1 %'}` : `${(100 * share).toFixed(1)} %`;
}
