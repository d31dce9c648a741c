import { inUnit, measureNames } from '../../network/laboratory/measureText';
import type { Series } from '../../network/laboratory/series';
import { measures } from '../../network/laboratory/trialResult';
import type { DataColumn } from '../figures/exportFigure';

/** A row for each point of an experiment's lines, with mean and standard deviation over its seeds. */
export function plotColumns(series: readonly Series[]): readonly DataColumn[] {
  const rows = series.flatMap(({ label, points }) =>
    points.filter(({ done }) => done > 0).map((point) => ({ label, ...point })),
  );
  return [
    { heading: 'Network', cells: rows.map(({ label }) => label) },
    { heading: 'Layers', cells: rows.map(({ layers }) => layers) },
    { heading: 'Trials', cells: rows.map(({ done }) => done) },
    ...measures.flatMap((measure): readonly DataColumn[] => {
      const { name, unit } = measureNames[measure];
      const value = (number: number | null | undefined) =>
        number === null || number === undefined ? '' : inUnit(measure, number);
      return [
        { heading: `${name} (${unit})`, cells: rows.map(({ measured }) => value(measured[measure]?.mean)) },
        {
          heading: `${name}, standard deviation (${unit})`,
          cells: rows.map(({ measured }) => value(measured[measure]?.deviation)),
        },
      ];
    }),
  ];
}
