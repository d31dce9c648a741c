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
