import type { RefObject } from 'react';
import type { Exported } from '../figures/exported';
import type { DataColumn } from '../figures/exportFigure';
import { figurePicture } from '../figures/figurePicture';
import { floatCell } from '../figures/floatCell';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { quantities } from '../quantities/quantities';
import type { ComparedSide, TwinView } from './useTwinView';

/** The comparison as it may leave the window; `charts` holds it. */
export function twinExports(view: TwinView, charts: RefObject<HTMLElement | null>): readonly Exported[] {
  const [one, other] = view.sides;
  const title = t`${one.name} against ${other.name}`;
  return [
    {
      label: t`Comparison`,
      name: title,
      picture: () => {
        const part = charts.current;
        const when = t`step ${formatInteger(view.step)}`;
        return part === null
          ? null
          : figurePicture({ part, title: `${title}, ${when}`, scale: quantities.gradient });
      },
      data: () => twinColumns(view),
    },
  ];
}

/** A line for each step that both have measured and kept. */
function twinColumns({ sides }: TwinView): readonly DataColumn[] {
  const [one, other] = sides.map(({ run }) => samplesByStep(run.log));
  const steps = [...(one?.keys() ?? [])].filter((step) => other?.has(step));
  return [
    { heading: 'Step', cells: steps },
    ...sides.flatMap((side, place) => sideColumns(side, steps, (place === 0 ? one : other) ?? new Map())),
  ];
}

function sideColumns(
  { name, run, layers }: ComparedSide,
  steps: readonly number[],
  samples: ReadonlyMap<number, number>,
): readonly DataColumn[] {
  const { log } = run;
  const atSteps = (read: (sample: number) => number) =>
    steps.map((step) => floatCell(read(samples.get(step) ?? log.length)));
  return [
    {
      heading: `${name}: training loss (nats)`,
      cells: steps.map((step) => log.losses.at(samples.get(step) ?? log.length)),
    },
    {
      heading: `${name}: training accuracy (0–1)`,
      cells: steps.map((step) => log.metrics.at(samples.get(step) ?? log.length)),
    },
    ...layers.map(({ label, index }) => ({
      heading: `${name}: ${label} ${quantities.gradient.symbol}`,
      cells: atSteps((sample) => log.gradientNorm(sample, index)),
    })),
  ];
}

function samplesByStep(log: ComparedSide['run']['log']): ReadonlyMap<number, number> {
  return new Map(Array.from({ length: log.length }, (_, sample) => [log.steps.at(sample), sample]));
}
