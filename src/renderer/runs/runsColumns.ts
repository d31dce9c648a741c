import type { DataColumn } from '../figures/exportFigure';
import type { LookedAt } from './lookedAt';

interface Row {
  readonly name: string;
  readonly folder: string;
  readonly step: number;
  /** NaN where it was not measured, or was not finite. */
  readonly values: readonly [
    loss: number,
    accuracy: number,
    validationLoss: number,
    validationAccuracy: number,
  ];
}

const headings = [
  ...['training loss (nats)', 'training accuracy (%)'],
  ...['validation loss (nats)', 'validation accuracy (%)'],
] as const;

/** A row for each measured step of each run, as columns of a table. */
export function runsColumns(runs: readonly LookedAt[]): readonly DataColumn[] {
  const rows = runs.flatMap(rowsOf);
  return [
    { heading: 'run', cells: rows.map(({ name }) => name) },
    { heading: 'folder', cells: rows.map(({ folder }) => folder) },
    { heading: 'step', cells: rows.map(({ step }) => step) },
    ...headings.map((heading, place) => ({
      heading,
      cells: rows.map(({ values }) => values[place] ?? Number.NaN),
    })),
  ];
}

function rowsOf({ name, curves: { folder, steps, losses, metrics, epochs } }: LookedAt): readonly Row[] {
  const validated = new Map(epochs.map((epoch) => [epoch.step, epoch]));
  const measured = new Map(Array.from(steps, (step, place) => [step, place]));
  const all = [...new Set([...measured.keys(), ...validated.keys()])].sort((one, other) => one - other);
  const known = (value: number | null | undefined) => value ?? Number.NaN;
  return all.map((step) => {
    const place = measured.get(step) ?? -1;
    const epoch = validated.get(step);
    return {
      ...{ name, folder, step },
      values: [
        known(losses[place]),
        100 * known(metrics[place]),
        known(epoch?.validationLoss),
        100 * known(epoch?.validationMetric),
      ],
    };
  });
}
