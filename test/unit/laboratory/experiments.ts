import fc from 'fast-check';
import type { Experiment, Grid } from '../../../src/network/laboratory/experiment';
import { findPreset, presetExperiment } from '../../../src/network/laboratory/presets';
import { failedResult, type TrialResult } from '../../../src/network/laboratory/trialResult';
import { type VariantId, variantIds } from '../../../src/network/laboratory/variants';

/** A preset's experiment in its small size, with another grid. */
export function experimentWith(grid: Partial<Grid>, id = 'own'): Experiment {
  const preset = findPreset('why-resnet');
  if (preset === undefined) throw new Error('There is no preset why-resnet.');
  const experiment = presetExperiment(preset, 'small');
  return { ...experiment, id, grid: { ...experiment.grid, ...grid } };
}

/** The result of a trial that finished with these errors. */
export function resultOf(trial: string, measured: Partial<TrialResult>): TrialResult {
  return { ...failedResult(trial, trial, ''), end: 'finished', message: null, ...measured };
}

const some = <Value>(values: readonly Value[]) =>
  fc.shuffledSubarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) });

export const anyGrid: fc.Arbitrary<Grid> = fc.record({
  variants: some<VariantId>(variantIds),
  depths: some([1, 2, 3, 5, 9]),
  activations: some<Grid['activations'][number]>(['relu', 'tanh', 'sigmoid']),
  initialisers: some(['auto', 'heNormal', 'glorotUniform']),
  batchNorm: some([true, false]),
  learningRates: some([1e-7, 0.05, 0.1, 12]),
  seeds: some([0, 1, 7, 4_294_967_295]),
});
