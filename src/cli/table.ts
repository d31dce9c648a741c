export interface Column<Row> {
  readonly title: string;
  readonly align: 'left' | 'right';
  cell(row: Row): string;
}

/** Rows in aligned columns under their titles, as lines. */
export function formatTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly string[] {
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) =>
    line
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return columns[column]?.align === 'right' ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
