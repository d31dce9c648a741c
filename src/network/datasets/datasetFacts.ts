import { assertNever } from '../assertNever';
import type { Shape } from '../layers/shape';
import type { DatasetReference, NamedDataset } from './datasetReference';

/** What a network must know of a dataset to fit it. */
export interface DatasetFacts {
  /** Name that people read. */
  readonly label: string;
  /** Height × width × channels. */
  readonly imageShape: Shape;
  readonly classes: number;
  readonly trainingImages: number;
  readonly testImages: number;
}

const named: Readonly<Record<NamedDataset, DatasetFacts>> = {
  /** LeCun, Cortes & Burges: handwritten digits. */
  mnist: {
    label: 'MNIST',
    imageShape: [28, 28, 1],
    classes: 10,
    trainingImages: 60_000,
    testImages: 10_000,
  },
  /** Xiao, Rasul & Vollgraf 2017: clothes. */
  'fashion-mnist': {
    label: 'Fashion-MNIST',
    imageShape: [28, 28, 1],
    classes: 10,
    trainingImages: 60_000,
    testImages: 10_000,
  },
  /** Krizhevsky 2009. */
  'cifar-10': {
    label: 'CIFAR-10',
    imageShape: [32, 32, 3],
    classes: 10,
    trainingImages: 50_000,
    testImages: 10_000,
  },
  'cifar-100': {
    label: 'CIFAR-100',
    imageShape: [32, 32, 3],
    classes: 100,
    trainingImages: 50_000,
    testImages: 10_000,
  },
};

/** The facts of a dataset as they are known without reading it. */
export function datasetFacts(reference: DatasetReference): DatasetFacts {
  switch (reference.type) {
    case 'mnist':
    case 'fashion-mnist':
    case 'cifar-10':
    case 'cifar-100': {
      const whole = named[reference.type];
      const { trainingImages = whole.trainingImages, testImages = whole.testImages } = reference;
      return { ...whole, trainingImages, testImages };
    }
    case 'folder':
      return described(reference, lastPart(reference.path), reference.colour ? 3 : 1);
    case 'arrays':
      return described(reference, lastPart(reference.path), reference.channels);
    case 'synthetic':
      return described(
        reference,
        reference.variant === 'noise' ? 'Random labels' : 'Synthetic',
        reference.channels,
      );
    default:
      return assertNever(reference);
  }
}

function described(
  reference: Extract<DatasetReference, { readonly height: number }>,
  label: string,
  channels: number,
): DatasetFacts {
  const { height, width, classes, trainingImages, testImages } = reference;
  return { label, imageShape: [height, width, channels], classes, trainingImages, testImages };
}

/** "signs" of "/home/me/signs/". */
function lastPart(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
