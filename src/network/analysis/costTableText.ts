import { formatShape } from '../layers/shape';
import type { Totals } from './analysis';
import { formatReceptiveField, type LayerCost } from './costTable';
import { csvText } from './csvText';

const columns: readonly {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly cell: (row: LayerCost) => string;
  readonly total: (totals: Totals, activations: number) => string;
}[] = [
  { title: 'Name', align: 'left', cell: ({ label }) => label, total: () => 'Total' },
  { title: 'Layer', align: 'left', cell: ({ title }) => title, total: () => '' },
  {
    title: 'Output',
    align: 'left',
    cell: ({ outputShape }) => (outputShape === null ? '' : formatShape(outputShape)),
    total: () => '',
  },
  {
    title: 'Receptive field (px)',
    align: 'left',
    cell: ({ receptiveField }) => formatReceptiveField(receptiveField),
    total: () => '',
  },
  {
    title: 'Parameters',
    align: 'right',
    cell: ({ trainable }) => String(trainable),
    total: ({ trainable }) => String(trainable),
  },
  {
    title: 'Not trained',
    align: 'right',
    cell: ({ nonTrainable }) => String(nonTrainable),
    total: ({ nonTrainable }) => String(nonTrainable),
  },
  {
    title: 'Multiply-adds per example',
    align: 'right',
    cell: ({ macs }) => String(macs),
    total: ({ macs }) => String(macs),
  },
  {
    title: 'Activations per example (bytes)',
    align: 'right',
    cell: ({ activations }) => String(activations),
    total: (_totals, activations) => String(activations),
  },
];

/** The table as comma-separated values (RFC 4180), a header line first, without the totals: programs add up themselves. */
export function costTableAsCsv(rows: readonly LayerCost[]): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  return csvText(lines);
}

/** The table in GitHub's Markdown, with the totals as its last line. */
export function costTableAsMarkdown(rows: readonly LayerCost[], totals: Totals): string {
  const activations = rows.reduce((sum, row) => sum + (row.usedInTraining ? row.activations : 0), 0);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ align }) => (align === 'left' ? '---' : '---:'))),
    ...rows.map((row) => line(columns.map(({ cell }) => escaped(cell(row))))),
    line(columns.map(({ total }) => bold(total(totals, activations)))),
  ].join('');
}

/** Names are people's own words: what Markdown would read as a column or as markup stays a letter. */
function escaped(cell: string): string {
  return cell.replaceAll(/[\\|`*_<>[\]]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

function bold(text: string): string {
  return text === '' ? '' : `**${text}**`;
}
