import type { DatasetFacts } from './datasetFacts';
import type { DatasetReferenceOf } from './datasetReference';

/**
 * Uniform noise with random labels in images and classes of the same kind, which is standardised like any dataset:
 * what a network at its first weights can be looked at with where there is no data.
 */
export function noiseReference(
  { imageShape, classes }: Pick<DatasetFacts, 'imageShape' | 'classes'>,
  images: number,
  seed: number,
): DatasetReferenceOf<'synthetic'> {
  const [height = 1, width = 1, channels = 1] = imageShape;
  return {
    type: 'synthetic',
    variant: 'noise',
    ...{ height, width, channels, classes, seed },
    noise: 1,
    trainingImages: images,
    testImages: 1,
  };
}
