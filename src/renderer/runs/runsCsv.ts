import type { LookedAt } from './lookedAt';

const columns = [
  ...['run', 'folder', 'step', 'training loss (nats)', 'training accuracy (%)'],
  ...['validation loss (nats)', 'validation accuracy (%)'],
];

/** A row for each measured step of each run, as comma-separated values; what was not measured is left empty. */
export function runsCsv(runs: readonly LookedAt[]): string {
  const rows = runs.flatMap(({ name, curves: { folder, steps, losses, metrics, epochs } }) => {
    const validated = new Map(epochs.map((epoch) => [epoch.step, epoch]));
    const measured = new Map(Array.from(steps, (step, place) => [step, place]));
    const all = [...new Set([...measured.keys(), ...validated.keys()])].sort((one, other) => one - other);
    return all.map((step) => {
      const place = measured.get(step);
      const epoch = validated.get(step);
      return [
        ...[name, folder, step],
        place === undefined ? null : (losses[place] ?? null),
        percent(place === undefined ? null : (metrics[place] ?? null)),
        ...[epoch?.validationLoss ?? null, percent(epoch?.validationMetric ?? null)],
      ];
    });
  });
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

/** Numbers of the engine have seven digits; NaN and infinity are left empty. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toPrecision(7))) : '';
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
