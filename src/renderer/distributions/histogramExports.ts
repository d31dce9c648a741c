import type { Histogram } from '../../protocol/inspectionMessages';
import type { Exported } from '../figures/exported';
import type { DataColumn } from '../figures/exportFigure';
import { figurePicture } from '../figures/figurePicture';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import type { Moment } from './useInspection';

interface ShownHistogram {
  /** "Activations a" */
  readonly title: string;
  readonly of: Histogram['of'];
  readonly weight: string | null;
}

/** The histograms of a layer as they may leave the window; `figures` are theirs, in the same order. */
export function histogramExports(
  layer: string,
  shown: readonly ShownHistogram[],
  moments: readonly Moment[],
  figures: () => readonly Element[],
): readonly Exported[] {
  const step = formatInteger(moments.at(-1)?.step ?? 0);
  return shown.map(({ title, of, weight }, place) => ({
    label: title,
    name: `${layer} ${title}`,
    picture: () => {
      const part = figures()[place];
      return part === undefined
        ? null
        : figurePicture({ part, title: t`${layer}: ${title}, step ${step}`, scale: null });
    },
    data: () => binColumns(moments, of, weight),
  }));
}

/** A line for each bin of each moment; what lies beyond the bins stands at infinite ends. */
function binColumns(
  moments: readonly Moment[],
  of: Histogram['of'],
  weight: string | null,
): readonly DataColumn[] {
  const rows = moments.flatMap(({ step, histograms }) =>
    histograms
      .filter((histogram) => histogram.of === of && histogram.weight === weight)
      .flatMap(({ low, high, counts, below, above }) => {
        const bin = (high - low) / counts.length;
        const inside = Array.from(counts, (count, place) => ({
          ...{ step, from: low + place * bin, to: low + (place + 1) * bin, count },
        }));
        return [
          { step, from: '-inf', to: low, count: below },
          ...inside,
          { step, from: high, to: 'inf', count: above },
        ];
      }),
  );
  return [
    { heading: 'Step', cells: rows.map(({ step }) => step) },
    { heading: 'From', cells: rows.map(({ from }) => from) },
    { heading: 'To', cells: rows.map(({ to }) => to) },
    { heading: 'Count (values)', cells: rows.map(({ count }) => count) },
  ];
}
