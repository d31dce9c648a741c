import type { NetworkDocument } from '../../graph/document';
import { setTraining } from '../../graph/layerEdits';
import { optimizerDefaults, type TrainingSettings } from '../../graph/trainingSettings';
import type { HealthRemedy, RemedyId } from '../healthVerdict';

/** Whether the rate is so far above what the optimizer is usually given that nothing else mends what its steps do. */
export function farTooHigh({ training }: NetworkDocument): boolean {
  return training.learningRate > 10 * optimizerDefaults[training.optimizer.type].learningRate;
}

/** A tenth of the rate, and no more than what the optimizer is usually given. */
export function lowerRate(document: NetworkDocument): readonly HealthRemedy[] {
  const { training } = document;
  const usual = optimizerDefaults[training.optimizer.type].learningRate;
  const learningRate = Number(Math.min(training.learningRate / 10, usual).toPrecision(2));
  return changed(
    document,
    'lower-rate',
    `Lower the rate to ${learningRate}`,
    { learningRate },
    {
      expectation: 'Smaller steps follow the loss down where large ones jump across.',
    },
  );
}

/** To where a step changes a weight by a thousandth, given by how much it does now; and no more than is usual. */
export function raiseRate(document: NetworkDocument, updateRatio: number): readonly HealthRemedy[] {
  const { training } = document;
  const usual = Math.max(optimizerDefaults[training.optimizer.type].learningRate, 10 * training.learningRate);
  const wanted = (training.learningRate * 1e-3) / updateRatio;
  const learningRate = Number(Math.min(usual, wanted).toPrecision(2));
  return changed(
    document,
    'raise-rate',
    `Raise the rate to ${learningRate}`,
    { learningRate },
    {
      expectation: 'Each step then moves the weights by about a thousandth of their size.',
    },
  );
}

/** Goyal et al. 2017, section 2.2. A rate that is far too high is so at any step: nothing is offered. */
export function warmUp(document: NetworkDocument): readonly HealthRemedy[] {
  const { training } = document;
  if (training.warmUpSteps > 0 || farTooHigh(document)) return [];
  return changed(
    document,
    'warm-up',
    'Warm up over 200 steps',
    { warmUpSteps: 200 },
    {
      expectation:
        'The first steps, in which the gradient is largest, are small; then the rate rises to its full size.',
    },
  );
}

/** Pascanu et al. 2013, section 3.2. */
export function clipGradients(document: NetworkDocument): readonly HealthRemedy[] {
  if (document.training.clipNorm > 0) return [];
  return changed(
    document,
    'clip-gradients',
    'Clip gradients to norm 1',
    { clipNorm: 1 },
    {
      expectation:
        'The gradient grows as before, but no step is longer than the rate allows, so that the weights survive it.',
    },
  );
}

export function normaliseInput(document: NetworkDocument): readonly HealthRemedy[] {
  if (document.training.normalisation !== 'none') return [];
  return changed(
    document,
    'normalise-input',
    'Normalise the input',
    { normalisation: 'channel' },
    {
      expectation:
        'Each channel gets mean 0 and deviation 1 over the training images, which first weights are drawn for.',
    },
  );
}

export function decayWeights(document: NetworkDocument): readonly HealthRemedy[] {
  const weightDecay = document.training.optimizer.type === 'adamw' ? 0.01 : 5e-4;
  if (document.training.weightDecay >= weightDecay) return [];
  return changed(
    document,
    'weight-decay',
    `Use weight decay ${weightDecay}`,
    { weightDecay },
    {
      expectation:
        'Weights are pulled towards 0, so that the network can’t lean on single training images as much.',
    },
  );
}

/** Shifts, which suit any images; flips don't suit digits. */
export function augment(document: NetworkDocument): readonly HealthRemedy[] {
  const { augmentation } = document.training;
  if (augmentation.padAndCrop > 0) return [];
  return changed(
    document,
    'augment',
    'Shift images at random',
    { augmentation: { ...augmentation, padAndCrop: 2 } },
    {
      expectation: 'No image is seen twice in the same place, which makes learning them by heart harder.',
    },
  );
}

function changed(
  document: NetworkDocument,
  id: RemedyId,
  title: string,
  settings: Partial<TrainingSettings>,
  { expectation }: { readonly expectation: string },
): readonly HealthRemedy[] {
  const edit = { ...setTraining(document, { ...document.training, ...settings }), label: title };
  return edit.changes.length === 0 ? [] : [{ id, title, expectation, edit }];
}
