import type { RefObject } from 'react';
import type { Exported } from '../figures/exported';
import type { DataColumn } from '../figures/exportFigure';
import { figurePicture } from '../figures/figurePicture';
import { t } from '../language/t';
import { metricName, metricOf } from '../training/metricName';
import type { Run } from '../training/run';

/** Tables are in English, whatever the window speaks: programs read them. */
const metricHeadings = {
  accuracy: { training: 'Training accuracy (0–1)', validation: 'Validation accuracy (0–1)' },
  top5Accuracy: {
    training: 'Training top-5 accuracy (0–1)',
    validation: 'Validation top-5 accuracy (0–1)',
  },
} as const;

/** The curves of the training as they may leave the window; `charts` holds them. */
export function curveExports(run: Run, charts: RefObject<HTMLElement | null>): readonly Exported[] {
  const metric = metricName(run.document).toLowerCase();
  const title = t`Loss and ${metric}`;
  const { name } = run.document;
  return [
    {
      label: title,
      name: `${name} ${title.toLowerCase()}`,
      picture: () => {
        const part = charts.current;
        return part === null
          ? null
          : figurePicture({ part, title: `${name}: ${title.toLowerCase()}`, scale: null });
      },
      data: () => curveColumns(run),
    },
  ];
}

/** A line for each measured step that is kept, and for each end of an epoch. */
function curveColumns({ document, log, epochs }: Run): readonly DataColumn[] {
  const metric = metricHeadings[metricOf(document)];
  const samples = new Map(Array.from({ length: log.length }, (_, sample) => [log.steps.at(sample), sample]));
  const ends = new Map(epochs.map((epoch) => [epoch.step, epoch]));
  const steps = [...new Set([...samples.keys(), ...ends.keys()])].toSorted((left, right) => left - right);
  const measured = (column: 'losses' | 'metrics' | 'learningRates') =>
    steps.map((step) => log[column].at(samples.get(step) ?? log.length));
  return [
    { heading: 'Step', cells: steps },
    { heading: 'Training loss (nats)', cells: measured('losses') },
    { heading: metric.training, cells: measured('metrics') },
    { heading: 'Learning rate', cells: measured('learningRates') },
    { heading: 'Validation loss (nats)', cells: steps.map((step) => ends.get(step)?.validationLoss ?? '') },
    { heading: metric.validation, cells: steps.map((step) => ends.get(step)?.validationMetric ?? '') },
  ];
}
