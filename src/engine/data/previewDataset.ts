import type { Augmentation } from '../../network/datasets/augmentation';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import { type DatasetPreview, sheetLimits } from '../../protocol/datasetMessages';
import { BatchAugmenter } from './batchAugmenter';
import { BatchReader } from './batchReader';
import { contactSheet } from './contactSheet';
import type { LabelledImages, LoadedDataset } from './dataset';
import { findPlace } from './datasetPlaces';
import { standardisationOf } from './standardisation';

/** So many names of files that were left out are told. */
const namesTold = 200;

export interface PreviewView {
  readonly augmentation: Augmentation;
  readonly seed: number;
  readonly step: number;
}

/** What a window shows of a dataset. */
export function previewDataset(
  reference: DatasetReference,
  dataset: LoadedDataset,
  { augmentation, seed, step }: PreviewView,
): DatasetPreview {
  const { facts, classNames, statistics, training, test, skipped } = dataset;
  const numbers = someOfEachClass(training, classNames.length, sheetLimits.images);
  const standardisation = standardisationOf(dataset, 'channel');
  const read = (augmenter: BatchAugmenter | null) =>
    new BatchReader(training, facts.imageShape, standardisation, numbers.length, augmenter).read(
      numbers,
      0,
      numbers.length,
      step,
    );
  const sheet = (augmenter: BatchAugmenter | null) =>
    contactSheet(read(augmenter).images, facts.imageShape, standardisation, sheetLimits.side);
  const { height, width, pixels } = sheet(null);
  return {
    label: facts.label,
    imageShape: [...facts.imageShape],
    trainingImages: training.count,
    testImages: test.count,
    classNames: [...classNames],
    trainingCounts: countClasses(training, classNames.length),
    testCounts: countClasses(test, classNames.length),
    means: [...statistics.means],
    deviations: [...statistics.deviations],
    memoryBytes: training.pixels.byteLength + test.pixels.byteLength,
    place: placeOf(reference),
    skippedCount: skipped.length,
    skipped: skipped.slice(0, namesTold).map(({ name, reason }) => ({ name, reason })),
    sheet: {
      height,
      width,
      labels: Int32Array.from(numbers, (image) => training.labels[image] ?? 0),
      images: pixels,
      augmented: sheet(new BatchAugmenter(augmentation, seed)).pixels,
    },
  };
}

/** The first images of each class, in the order of the classes; of many classes the first of some. */
function someOfEachClass({ labels }: LabelledImages, classes: number, atMost: number): Uint32Array {
  const perClass = Math.max(1, Math.floor(atMost / classes));
  const found = Array.from({ length: Math.min(classes, atMost) }, (): number[] => []);
  for (const [image, label] of labels.entries()) {
    const members = found[label];
    if (members !== undefined && members.length < perClass) members.push(image);
  }
  return Uint32Array.from(found.flat());
}

function countClasses({ labels }: LabelledImages, classes: number): Int32Array<ArrayBuffer> {
  const counts = new Int32Array(classes);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

function placeOf(reference: DatasetReference): string | null {
  if (reference.type === 'mnist' || reference.type === 'synthetic') return null;
  if (reference.type === 'folder' || reference.type === 'arrays') return reference.path;
  return reference.path ?? findPlace(reference.type);
}
