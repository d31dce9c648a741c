import type { Totals } from '../../network/analysis/analysis';
import type { LayerCost } from '../../network/analysis/costTable';
import { costTableAsCsv, costTableAsMarkdown } from '../../network/analysis/costTableText';
import { copyText } from '../exporting/copyText';
import { exportContent } from '../exporting/exportContent';
import { t } from '../language/t';

/** Saves the table of the network with this name as a file. */
export function saveCostTable(
  format: 'csv' | 'md',
  name: string,
  rows: readonly LayerCost[],
  totals: Totals,
): Promise<void> {
  const text = format === 'csv' ? costTableAsCsv(rows) : costTableAsMarkdown(rows, totals);
  return exportContent(t`${name} layers`, format, text);
}

export function copyCostTable(_name: string, rows: readonly LayerCost[], totals: Totals): Promise<void> {
  return copyText(t`the table`, costTableAsMarkdown(rows, totals));
}
