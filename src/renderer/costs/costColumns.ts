import type { LayerCost } from '../../network/analysis/costTable';
import { formatBytes } from '../format/bytes';
import { formatCount, formatInteger } from '../format/numbers';

/** A column of numbers whose cells are drawn with a bar. */
export interface CostColumn {
  readonly key: 'parameters' | 'macs' | 'activations';
  readonly title: string;
  /** What the numbers count, and in what unit. */
  readonly help: string;
  value(row: LayerCost): number;
  format(value: number): string;
}

export const costColumns: readonly CostColumn[] = [
  {
    key: 'parameters',
    title: 'Parameters',
    help: 'Weights of the layer, moving statistics included',
    value: ({ trainable, nonTrainable }) => trainable + nonTrainable,
    format: formatInteger,
  },
  {
    key: 'macs',
    title: 'Multiply-adds',
    help: 'Multiply-adds of convolutions and dense layers for one image, as papers count them',
    value: ({ macs }) => macs,
    format: formatCount,
  },
  {
    key: 'activations',
    title: 'Activations',
    help: 'Memory of the layer’s output for one image, as 32-bit numbers',
    value: ({ activations }) => activations,
    format: formatBytes,
  },
];

/** The order of the rows: as data passes the layers, or the most costly first. */
export type CostOrder = 'depth' | CostColumn['key'];

/** The rows in that order; equal ones stay as data passes them. */
export function sortCosts(rows: readonly LayerCost[], order: CostOrder): readonly LayerCost[] {
  const column = costColumns.find(({ key }) => key === order);
  return column === undefined
    ? rows
    : rows.toSorted((left, right) => column.value(right) - column.value(left));
}
