import { activationField, initialiserField } from '../templates/settingFields';
import type { Experiment } from './experiment';
import type { Summary, SummarySetting } from './summaries';
import { findVariant } from './variants';

/** All depths of one way to build a network: a line in a plot. */
export interface Series {
  /** Names what sets it apart from the other lines: "Residual, batch norm". */
  readonly label: string;
  readonly setting: Omit<SummarySetting, 'depth'>;
  /** From shallow to deep. */
  readonly points: readonly Summary[];
}

/** The summaries as lines over depth, in the order of the grid. */
export function seriesOf(experiment: Experiment, summaries: readonly Summary[]): readonly Series[] {
  const lines = new Map<string, { setting: Series['setting']; points: Summary[] }>();
  for (const summary of summaries) {
    const { depth: _depth, ...setting } = summary.setting;
    const key = JSON.stringify(setting);
    const line = lines.get(key) ?? { setting, points: [] };
    lines.set(key, line);
    line.points.push(summary);
  }
  return [...lines.values()].map(({ setting, points }) => ({
    label: labelOf(experiment, setting),
    setting,
    points: points.toSorted((left, right) => left.setting.depth - right.setting.depth),
  }));
}

/** What sets a point apart from the others of its experiment; its variant where nothing does. */
export function labelOf({ grid }: Pick<Experiment, 'grid'>, setting: Series['setting']): string {
  const { variant, activation, initialiser, batchNorm, learningRate } = setting;
  const parts = [
    grid.variants.length > 1 && findVariant(variant).label,
    grid.activations.length > 1 && optionLabel(activationField.options, activation),
    grid.initialisers.length > 1 && optionLabel(initialiserField.options, initialiser),
    grid.batchNorm.length > 1 && (batchNorm ? 'batch norm' : 'no batch norm'),
    grid.learningRates.length > 1 && `rate ${learningRate}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? findVariant(variant).label : parts.join(', ');
}

function optionLabel(
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
