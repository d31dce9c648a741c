import type { RefObject } from 'react';
import type { Picture } from '../../exporting/paintPicture';
import type { Exported } from '../../figures/exported';
import type { DataColumn } from '../../figures/exportFigure';
import { figurePicture } from '../../figures/figurePicture';
import { floatCell } from '../../figures/floatCell';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';
import { quantities } from '../../quantities/quantities';
import { type Quantity, quantityIds } from '../../quantities/quantity';
import type { Run } from '../../training/run';
import type { MeasuredLayer } from './gradientProfile';
import { profileWays } from './profileWays';

export interface ShownFlow {
  readonly run: Run;
  readonly layers: readonly MeasuredLayer[];
  readonly quantity: Quantity;
  readonly sample: number;
  /** Holds the charts: the profile first. */
  readonly charts: RefObject<HTMLElement | null>;
}

/** Profile and heat map as they may leave the window. */
export function flowExports(shown: ShownFlow): readonly Exported[] {
  const { run, quantity, sample, charts } = shown;
  const { name } = run.document;
  const step = formatInteger(run.log.steps.at(sample));
  const when = run.probe === null ? t`step ${step}` : t`before training`;
  const picture = (place: number, title: string): Picture | null => {
    const part = charts.current?.querySelectorAll('figure')[place];
    return part === undefined ? null : figurePicture({ part, title, scale: quantity });
  };
  const profile: Exported = {
    label: t`Profile`,
    name: t`${name} profile`,
    picture: () => picture(0, t`${name}: ${quantity.label.toLowerCase()} by depth, ${when}`),
    data: () => profileColumns(shown),
  };
  if (run.probe !== null) return [profile];
  const map: Exported = {
    label: t`Heat map`,
    name: t`${name} heat map`,
    picture: () => picture(1, t`${name}: ${quantity.label.toLowerCase()} over the steps`),
    data: () => mapColumns(shown),
  };
  return [profile, map];
}

/** A line for each layer: where it stands, and all that was measured of it at the shown step. */
function profileColumns({ run, layers, sample }: ShownFlow): readonly DataColumn[] {
  const { main, beside } = profileWays(run.document, layers);
  const roads = new Map(beside.flatMap((way) => way.layers.map((place) => [place, way.kind] as const)));
  for (const place of main) roads.delete(place);
  return [
    { heading: 'Layer', cells: layers.map(({ label }) => label) },
    { heading: 'Layers with weights from the input', cells: layers.map(({ depth }) => depth ?? '') },
    { heading: 'Road', cells: layers.map((_, place) => roads.get(place) ?? 'main') },
    { heading: 'Step', cells: layers.map(() => run.log.steps.at(sample)) },
    ...quantityIds.map((id) => ({
      heading: `${quantities[id].label} ${quantities[id].symbol}`,
      cells: layers.map(({ index }) => cellOf(quantities[id], run, sample, index)),
    })),
  ];
}

/** A line for each measured step that is kept, and a column for each layer. */
function mapColumns({ run, layers, quantity }: ShownFlow): readonly DataColumn[] {
  const samples = Array.from({ length: run.log.length }, (_, sample) => sample);
  return [
    { heading: 'Step', cells: samples.map((sample) => run.log.steps.at(sample)) },
    ...layers.map(({ label, index }) => ({
      heading: `${label} ${quantity.symbol}`,
      cells: samples.map((sample) => cellOf(quantity, run, sample, index)),
    })),
  ];
}

/** What was measured; what float32 can't hold is told, as in the window. */
function cellOf(quantity: Quantity, { log }: Run, sample: number, index: number): string | number {
  const measured = quantity.measured(log, sample, index);
  return quantity.form === 'share' ? measured : floatCell(measured);
}
