import { conditionsText } from './conditionsText';
import type { Experiment } from './experiment';
import type { Outcome } from './judgeExpectation';
import { measureNames, spreadText } from './measureText';
import { reportOf } from './report';
import { labelOf } from './series';
import type { Summary } from './summaries';
import type { TrialResult } from './trialResult';
import { verdictText } from './verdictText';

const measures = ['trainingError', 'validationError', 'firstSlope', 'lastSlope'] as const;
const outcomeWords: Readonly<Record<Outcome['outcome'], string>> = {
  seen: '**seen**',
  opposite: '**the opposite**',
  'not seen': '**not seen**',
  'not measured': 'not measured',
};

/** A picture of the report: the plot's files for light and dark pages. */
export interface ReportPicture {
  readonly title: string;
  readonly light: string;
  readonly dark: string;
}

/** All that the laboratory says of an experiment, as a section of a Markdown page. */
export function reportMarkdown(
  experiment: Experiment,
  results: readonly TrialResult[],
  pictures: readonly ReportPicture[],
): string {
  const { table, outcomes, findings } = reportOf(experiment, results);
  const done = table.filter((row) => row.done > 0);
  const blocks = [
    `## ${experiment.name}`,
    experiment.question,
    ...(experiment.claim === '' ? [] : [`*The lecture says:* ${experiment.claim}`]),
    `*Here:* ${conditionsText(experiment)}`,
    ...pictures.map(pictureBlock),
    ...(outcomes.length === 0 ? [] : [outcomeTable(outcomes)]),
    resultTable(experiment, done),
    findings.map((finding) => `- ${finding}`).join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function pictureBlock({ title, light, dark }: ReportPicture): string {
  return `<picture><source media="(prefers-color-scheme: dark)" srcset="${dark}"><img src="${light}" alt="${title}"></picture>`;
}

function outcomeTable(outcomes: readonly Outcome[]): string {
  return markdownTable(
    ['Published', 'Here', 'Numbers'],
    outcomes.map(({ effect, outcome, evidence }) => [`${effect}.`, outcomeWords[outcome], evidence]),
  );
}

function resultTable(experiment: Experiment, rows: readonly Summary[]): string {
  return markdownTable(
    [
      'Network',
      'Layers',
      ...measures.map((measure) => `${measureNames[measure].name} (${measureNames[measure].unit})`),
      'Verdict, first step',
      'Seeds',
      'Diverged',
    ],
    rows.map((row) => [
      labelOf(experiment, row.setting),
      String(row.layers),
      ...measures.map((measure) => spreadText(measure, row.measured[measure])),
      verdictText(row),
      String(row.done),
      String(row.diverged),
    ]),
  );
}

function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), `|${titles.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
