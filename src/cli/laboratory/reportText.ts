import type { LaboratoryFile } from '../../engine/laboratory/laboratoryFile';
import { measureNames, spreadText } from '../../network/laboratory/measureText';
import { reportOf } from '../../network/laboratory/report';
import { labelOf } from '../../network/laboratory/series';
import type { Summary } from '../../network/laboratory/summaries';
import type { Measure } from '../../network/laboratory/trialResult';
import { verdictText } from '../../network/laboratory/verdictText';
import { type Column, formatTable } from '../table';

/** Everything that the window shows of an experiment, and the results of its trials. */
export function reportJson({ experiment, results }: LaboratoryFile): unknown {
  return { experiment, results, ...reportOf(experiment, results) };
}

/** The table, what is published against what was seen, and the findings. */
export function reportLines({ experiment, results }: LaboratoryFile): readonly string[] {
  const { table, outcomes, findings } = reportOf(experiment, results);
  const done = table.filter((row) => row.done > 0);
  return [
    `${experiment.name} ${experiment.question}`,
    '',
    ...formatTable(
      [
        { title: 'Network', align: 'left', cell: ({ setting }) => labelOf(experiment, setting) },
        { title: 'Layers', align: 'right', cell: ({ layers }) => String(layers) },
        ...(['trainingError', 'validationError', 'firstSlope', 'lastSlope', 'imagesPerSecond'] as const).map(
          measureColumn,
        ),
        { title: 'Verdict', align: 'left', cell: verdictText },
        { title: 'Seeds', align: 'right', cell: (row) => String(row.done) },
        { title: 'Diverged', align: 'right', cell: ({ diverged }) => String(diverged) },
      ] satisfies readonly Column<Summary>[],
      done,
    ),
    '',
    ...outcomes.map(({ effect, outcome, evidence }) => `${outcome.toUpperCase()}: ${effect}. ${evidence}`),
    ...(outcomes.length > 0 ? [''] : []),
    ...findings,
  ];
}

function measureColumn(measure: Measure): Column<Summary> {
  const { name, unit } = measureNames[measure];
  return {
    title: `${name} (${unit})`,
    align: 'right',
    cell: ({ measured }) => spreadText(measure, measured[measure]),
  };
}
