import type { Experiment } from '../experiment';
import { presetExpectations } from '../presetExpectations';
import type { Series } from '../series';
import { depthPlot } from './depthPlot';
import type { Plot, PlotLook } from './plotMarks';
import { rankingPlot } from './rankingPlot';

export interface ExperimentPlot {
  /** Part of a file's name. */
  readonly id: string;
  readonly plot: Plot;
}

/**
 * The plots that an experiment's lines give: errors and slopes over its depths, and a ranking where three variants or
 * more are compared. What its first published effect is about comes first.
 */
export function experimentPlots(
  { id }: Pick<Experiment, 'id'>,
  series: readonly Series[],
  look: PlotLook,
): readonly ExperimentPlot[] {
  const measured = series.filter(({ points }) => points.some(({ done }) => done > 0));
  const [first] = measured;
  if (first === undefined) return [];
  const variants = new Set(measured.map(({ setting }) => setting.variant));
  const ranking: readonly ExperimentPlot[] =
    variants.size < 3 ? [] : [{ id: 'ranking', plot: rankingPlot(measured, 'validationError', look) }];
  if (first.points.length === 1)
    return [...ranking, { id: 'training-error', plot: rankingPlot(measured, 'trainingError', look) }];
  const leading = presetExpectations(id)[0]?.measure;
  const overDepth = depthMeasures
    .toSorted((one, other) => Number(other.measure === leading) - Number(one.measure === leading))
    .map(({ name, measure }) => ({ id: name, plot: depthPlot(measured, measure, look) }));
  return [...overDepth, ...ranking];
}

const depthMeasures = [
  { name: 'training-error', measure: 'trainingError' },
  { name: 'validation-error', measure: 'validationError' },
  { name: 'gradient-slope', measure: 'firstSlope' },
] as const;
