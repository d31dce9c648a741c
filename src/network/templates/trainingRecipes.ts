import { cifarAugmentation, noAugmentation } from '../datasets/augmentation';
import { type DatasetReference, defaultSynthetic } from '../datasets/datasetReference';
import { defaultTrainingSettings, optimizerDefaults, type TrainingSettings } from '../graph/trainingSettings';

/** What a network's ends ask of a dataset. */
export interface NetworkEnds {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
}

/**
 * The dataset of the literature that fits a network as it is, or else synthetic images of its size, so that it trains
 * as drawn.
 */
export function datasetFor({ height, width, channels, classes }: NetworkEnds): DatasetReference {
  const size = `${height}×${width}×${channels}`;
  if (size === '28×28×1' && classes === 10) return { type: 'mnist' };
  if (size === '32×32×3' && classes === 10) return { type: 'cifar-10' };
  if (size === '32×32×3' && classes === 100) return { type: 'cifar-100' };
  // As few as show what a network does with them: large images take their time to be made, and to be trained on.
  return { ...defaultSynthetic, height, width, channels, classes, trainingImages: 500, testImages: 100 };
}

/**
 * The recipe of He et al. 2016 (Deep Residual Learning, sections 3.4 and 4.2): momentum, weight decay 1e−4, crops and
 * mirrored images; the rate falls along half a cosine in place of two steps, since a run on a desktop is shorter than
 * the paper's 64,000 iterations.
 */
export function residualRecipe(ends: NetworkEnds): TrainingSettings {
  const dataset = datasetFor(ends);
  return {
    ...defaultTrainingSettings,
    ...optimizerDefaults.momentum,
    dataset,
    augmentation:
      dataset.type === 'cifar-10' || dataset.type === 'cifar-100' ? cifarAugmentation : noAugmentation,
    batchSize: ends.height > 100 ? 16 : ends.height > 64 ? 32 : 128,
    epochs: 10,
    learningRate: 0.1,
    weightDecay: 1e-4,
    warmUpSteps: 200,
  };
}

/** For networks without batch norm, which a large rate throws off: a tenth of the rate of the residual recipe. */
export function cautiousRecipe(ends: NetworkEnds): TrainingSettings {
  return { ...residualRecipe(ends), learningRate: 0.01, weightDecay: 5e-4 };
}
