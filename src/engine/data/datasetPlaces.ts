import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { NamedDataset } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import { writeAside } from '../runs/writeAside';

/** The named datasets that don't come with Layerwise. */
export type PlacedDataset = Exclude<NamedDataset, 'mnist'>;

/** Variables that name a dataset's file or folder. */
const variables: Readonly<Record<PlacedDataset, string>> = {
  'fashion-mnist': 'LAYERWISE_FASHION_MNIST',
  'cifar-10': 'LAYERWISE_CIFAR_10',
  'cifar-100': 'LAYERWISE_CIFAR_100',
};

/** Where packages of the operating system put a dataset. */
const systemFolders: Partial<Readonly<Record<PlacedDataset, string>>> = {
  'fashion-mnist': '/usr/share/datasets/fashion-mnist',
};

/** What a download of it is called in the folder of datasets: a file, or a folder of files. */
export const downloadNames: Readonly<Record<PlacedDataset, string>> = {
  'fashion-mnist': 'fashion-mnist',
  'cifar-10': 'cifar-10-binary.tar.gz',
  'cifar-100': 'cifar-100-binary.tar.gz',
};

const placesSchema = z.record(z.string(), z.string());

/** Where datasets are kept: LAYERWISE_DATASETS, else XDG_DATA_HOME/layerwise/datasets, else ~/.local/share/layerwise/datasets. */
export function datasetFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const override = environment['LAYERWISE_DATASETS'];
  if (override !== undefined && override !== '') return override;
  const xdg = environment['XDG_DATA_HOME'];
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'share');
  return join(base, 'layerwise', 'datasets');
}

/** Where a named dataset is on this machine; null where it is nowhere. */
export function findPlace(name: PlacedDataset): string | null {
  const override = process.env[variables[name]];
  if (override !== undefined && override !== '') return override;
  const candidates = [join(datasetFolder(), downloadNames[name]), readPlaces()[name], systemFolders[name]];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** The place of a named dataset. Throws an AdviceError that says how to get it where there is none. */
export function requirePlace(name: PlacedDataset): string {
  const place = findPlace(name);
  if (place !== null) return place;
  const { label } = datasetFacts({ type: name });
  throw new AdviceError(
    `${label} is not on this machine yet.`,
    `Download it or choose its file under “Data”, or take MNIST, which comes with Layerwise. The command line takes a file or folder as --dataset <path>, or in ${variables[name]}.`,
  );
}

/** Remembers where a dataset was read from, for projects that only name it. */
export function rememberPlace(name: PlacedDataset, path: string): void {
  if (readPlaces()[name] === path) return;
  try {
    mkdirSync(datasetFolder(), { recursive: true });
    writeAside(placesFile(), `${JSON.stringify({ ...readPlaces(), [name]: path }, null, 2)}\n`);
  } catch {
    // Where nothing can be written, the file is asked for again the next time.
  }
}

function placesFile(): string {
  return join(datasetFolder(), 'places.json');
}

function readPlaces(): Readonly<Record<string, string>> {
  try {
    return placesSchema.parse(JSON.parse(readFileSync(placesFile(), 'utf8')));
  } catch {
    return {};
  }
}
