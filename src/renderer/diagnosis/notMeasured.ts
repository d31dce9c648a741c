import type { Observation } from '../../network/health/observation';
import { t } from '../language/t';

/** What a run can't be judged by yet, each with what it takes, in a sentence. */
export function notMeasured({ snapshots, course, epochs, data, shallower }: Observation): readonly string[] {
  const latest = snapshots.at(-1);
  if (latest?.step === 0) return [t`What shows in training only: loss, updates, validation, units that die.`];
  const missing: string[] = [];
  if (latest?.nodes.every(({ zeroShare }) => Number.isNaN(zeroShare)))
    missing.push(t`Dead and saturated units: this run recorded no activation statistics.`);
  if (course.steps.length < 20)
    missing.push(t`Whether the loss swings: it takes some 20 measured steps to tell.`);
  if (epochs.every(({ validationLoss }) => validationLoss === null))
    missing.push(t`Overfitting: the first validation comes at the end of an epoch.`);
  if (data === null)
    missing.push(
      t`Balance of classes and scale of the input: the images’ statistics have not been asked for yet.`,
    );
  if (shallower === null)
    missing.push(t`Degradation: it takes a shallower network of the same kind, trained on the same data.`);
  return missing;
}
