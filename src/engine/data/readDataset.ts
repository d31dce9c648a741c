import { assertNever } from '../../network/assertNever';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { DatasetReference, DatasetReferenceOf } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import { openArrays } from './arrays';
import { readCifar } from './cifar';
import type { LoadedDataset } from './dataset';
import { type PlacedDataset, rememberPlace, requirePlace } from './datasetPlaces';
import { readFashionMnist } from './fashionMnist';
import { readFolder } from './folderDataset';
import { readMnist } from './mnist';
import { makeSynthetic } from './synthetic';

/** Reads, or makes, the dataset that a project names. Throws an AdviceError where it can't be had. `onProgress` hears which share is done, where that can be told. */
export async function readDataset(
  reference: DatasetReference,
  onProgress: (share: number) => void = () => {},
): Promise<LoadedDataset> {
  switch (reference.type) {
    case 'mnist':
      return readMnist(undefined, datasetFacts(reference));
    case 'fashion-mnist':
      return readPlaced(reference, readFashionMnist);
    case 'cifar-10':
    case 'cifar-100': {
      const { type } = reference;
      return readPlaced(reference, (path) => readCifar(type, path));
    }
    case 'folder':
      return readFolder(reference, onProgress);
    case 'arrays':
      return readArraysAs(reference);
    case 'synthetic':
      return makeSynthetic(reference, onProgress);
    default:
      return assertNever(reference);
  }
}

async function readPlaced(
  { type, path }: { readonly type: PlacedDataset; readonly path?: string | undefined },
  read: (path: string) => Promise<LoadedDataset>,
): Promise<LoadedDataset> {
  const place = path ?? requirePlace(type);
  const dataset = await read(place);
  rememberPlace(type, place);
  return dataset;
}

async function readArraysAs(reference: DatasetReferenceOf<'arrays'>): Promise<LoadedDataset> {
  const { path, labelsPath, testShare, splitSeed } = reference;
  const opened = await openArrays({ path, labelsPath, testShare, splitSeed });
  for (const key of ['height', 'width', 'channels', 'classes'] as const)
    if (opened.reference[key] !== reference[key])
      throw new AdviceError(
        `${path} has another ${key === 'classes' ? 'number of classes' : key} than the project was made for: ${opened.reference[key]} instead of ${reference[key]}.`,
        'Choose the file again as the dataset, and fit the network to it.',
      );
  return opened.dataset;
}
