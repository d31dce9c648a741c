import { compareSpreads, compareToValue } from './compareSpreads';
import type { Experiment } from './experiment';
import { measuredText, measureNames, spreadText } from './measureText';
import { rankingSentences } from './rankingSentences';
import type { Series } from './series';
import type { Spread } from './spread';
import type { Summary } from './summaries';

/**
 * What the numbers show: of each line over depth, or of the ranking at one depth, and what did not finish. Nothing is
 * said to rise or fall that seeds don't tell apart.
 */
export function findingsOf(experiment: Experiment, series: readonly Series[]): readonly string[] {
  const oneDepth = series.every(({ points }) => points.length === 1);
  return [
    ...(oneDepth ? rankingSentences(series) : series.flatMap(depthSentences)),
    ...series.flatMap(({ label, points }) => points.flatMap((point) => lossSentence(label, point))),
    ...seedSentence(experiment),
  ];
}

function depthSentences(line: Series): readonly string[] {
  return [errorSentence(line), slopeSentence(line)].filter((text) => text !== null);
}

function errorSentence({ label, points }: Series): string | null {
  const measured = points.filter(({ measured: { trainingError } }) => trainingError !== null);
  const [first, last] = [measured[0], measured.at(-1)];
  const [before, after] = [first?.measured.trainingError, last?.measured.trainingError];
  if (!first || !last || !before || !after) return null;
  if (first === last)
    return `${label}: training error ${measuredText('trainingError', before)} with ${first.layers} layers.`;
  const way = `from ${measuredText('trainingError', before)} with ${first.layers} layers to ${measuredText('trainingError', after)} with ${last.layers}`;
  switch (compareSpreads(after, before)) {
    case 'above':
      return `${label}: the training error rises with depth, ${way}.`;
    case 'below':
      return `${label}: the training error falls with depth, ${way}.`;
    case 'level':
      return `${label}: the training error goes ${way}, which the spread over the seeds does not tell apart.`;
    case 'unknown':
      return `${label}: the training error goes ${way}; one seed does not tell whether that is chance.`;
  }
}

function slopeSentence({ label, points }: Series): string | null {
  const deepest = points.findLast(({ measured }) => measured.firstSlope !== null);
  const slope = deepest?.measured.firstSlope;
  if (!deepest || !slope) return null;
  const [verdict] = deepest.verdicts;
  const judged =
    verdict === undefined ? '' : ` (verdict: ${verdict.kind}, for ${verdict.count} of ${deepest.done} seeds)`;
  return `${label}: at the first step the gradient of ${deepest.layers} layers ${moveOf(slope)} ${spreadText('firstSlope', slope)} ${measureNames.firstSlope.unit}${judged}.`;
}

/** What seeds don't tell apart from level is not said to shrink or grow. */
function moveOf(slope: Spread): string {
  switch (compareToValue(slope, 0)) {
    case 'above':
      return 'grows towards the input,';
    case 'below':
      return 'shrinks towards the input,';
    case 'level':
      return 'keeps its size within the spread over the seeds,';
    case 'unknown':
      return 'changes by';
  }
}

function lossSentence(label: string, { layers, done, diverged, failed }: Summary): readonly string[] {
  return [
    diverged > 0 ? `${label} with ${layers} layers diverged for ${diverged} of ${done} seeds.` : null,
    failed > 0 ? `${label} with ${layers} layers could not be trained for ${failed} of ${done} seeds.` : null,
  ].filter((text) => text !== null);
}

function seedSentence({ grid }: Experiment): readonly string[] {
  return grid.seeds.length === 1
    ? ['One seed was tried, so nothing here can be told from chance: add seeds to see the spread.']
    : [];
}
