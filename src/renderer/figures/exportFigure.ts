import { csvText } from '../../network/analysis/csvText';
import { exportContent } from '../exporting/exportContent';
import { type Picture, paintPicture } from '../exporting/paintPicture';

/** Saves a drawn chart where the person wants it. */
export async function exportFigure(picture: Picture, name: string, format: 'svg' | 'png'): Promise<void> {
  await exportContent(name, format, format === 'svg' ? picture.svg : await paintPicture(picture));
}

/** A column of a table of measurements. */
export interface DataColumn {
  readonly heading: string;
  readonly cells: readonly (string | number)[];
}

/** Saves measurements as comma-separated values, a line of headings first. */
export async function exportCsv(name: string, columns: readonly DataColumn[]): Promise<void> {
  await exportContent(name, 'csv', dataCsv(columns));
}

/** Digits of a number are all that float32 has; empty where nothing was measured. */
export function dataCsv(columns: readonly DataColumn[]): string {
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  return csvText([
    columns.map(({ heading }) => heading),
    ...Array.from({ length: rows }, (_, row) => columns.map(({ cells }) => cellText(cells[row] ?? ''))),
  ]);
}

function cellText(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return Number.isNaN(cell) ? '' : String(Number(cell.toPrecision(7)));
}
