import type { Series } from '../series';
import type { Measure } from '../trialResult';
import { depthPlot } from './depthPlot';
import type { Plot, PlotLook } from './plotMarks';
import { rankingPlot } from './rankingPlot';

export interface ExperimentPlot {
  /** Part of a file's name. */
  readonly id: string;
  readonly plot: Plot;
}

/** The plots that an experiment's lines give: errors and slopes over its depths, and a ranking where three variants or more are compared. */
export function experimentPlots(series: readonly Series[], look: PlotLook): readonly ExperimentPlot[] {
  const measured = series.filter(({ points }) => points.some(({ done }) => done > 0));
  const [first] = measured;
  if (first === undefined) return [];
  const overDepth = (measure: Measure, id: string): ExperimentPlot => ({
    id,
    plot: depthPlot(measured, measure, look),
  });
  const variants = new Set(measured.map(({ setting }) => setting.variant));
  const ranking: readonly ExperimentPlot[] =
    variants.size < 3 ? [] : [{ id: 'ranking', plot: rankingPlot(measured, 'validationError', look) }];
  if (first.points.length === 1)
    return [...ranking, { id: 'training-error', plot: rankingPlot(measured, 'trainingError', look) }];
  return [
    overDepth('trainingError', 'training-error'),
    overDepth('validationError', 'validation-error'),
    overDepth('firstSlope', 'gradient-slope'),
    ...ranking,
  ];
}
