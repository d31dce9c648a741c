import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { AdviceError } from '../adviceError';
import type { SkippedFile } from './dataset';

/** What sharp decodes. */
const imageName = /\.(jpe?g|png|webp|gif|tiff?|avif)$/i;
const trainFolder = /^train(ing)?$/i;
/** The first of these that is there. */
const testFolders = [/^test(ing)?$/i, /^val(id|idation)?$/i];

/** One image file and the number of its class. */
export interface ImageFile {
  readonly path: string;
  readonly label: number;
}

/** What a folder of images holds, by the names in it. */
export interface ImageFolder {
  readonly classNames: readonly string[];
  readonly training: readonly ImageFile[];
  /** Null where the folder has no test set of its own. */
  readonly test: readonly ImageFile[] | null;
  readonly foreign: readonly SkippedFile[];
}

const layout =
  'Choose a folder that has a folder of images for each class, or a train and a test folder with such folders.';

/**
 * Lists a folder with a folder for each class, or with such folders in train/ and in test/ or val/. Nothing is decoded.
 * Throws an AdviceError where it isn't laid out like that.
 */
export async function surveyFolder(path: string): Promise<ImageFolder> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AdviceError(`There is no folder ${path}.`, layout);
  if (!found.isDirectory()) throw new AdviceError(`${path} is not a folder.`, layout);
  const folders = await foldersIn(path);
  const train = folders.find((name) => trainFolder.test(name));
  const test = testFolders
    .map((pattern) => folders.find((name) => pattern.test(name)))
    .find((name) => name !== undefined);
  const parted = train !== undefined && test !== undefined;
  const trainingRoot = parted ? join(path, train) : path;
  const classNames = await foldersIn(trainingRoot);
  const training = await imagesIn(path, trainingRoot, classNames);
  const held = parted ? await imagesIn(path, join(path, test), classNames) : null;
  const empty = classNames.find((_, label) => !training.images.some((image) => image.label === label));
  if (classNames.length < 2 || training.images.length === 0)
    throw new AdviceError(
      `${path} has ${classNames.length === 1 ? 'one folder' : 'no folders'} of images.`,
      layout,
    );
  if (empty !== undefined)
    throw new AdviceError(
      `The folder ${join(trainingRoot, empty)} has no images.`,
      'Remove it, or put the images of its class there.',
    );
  if (held !== null && held.images.length === 0)
    throw new AdviceError(`${join(path, test ?? '')} has no images of these classes.`, layout);
  return {
    classNames,
    training: training.images,
    test: held?.images ?? null,
    foreign: [...training.foreign, ...(held?.foreign ?? [])],
  };
}

async function imagesIn(root: string, folder: string, classNames: readonly string[]) {
  const images: ImageFile[] = [];
  const foreign: SkippedFile[] = [];
  for (const [label, className] of classNames.entries()) {
    const names = await readdir(join(folder, className)).catch(() => []);
    for (const name of names.filter((file) => !file.startsWith('.')).sort(byName)) {
      const path = join(folder, className, name);
      if (imageName.test(name)) images.push({ path, label });
      else
        foreign.push({
          name: relative(root, path),
          reason: 'is not an image that can be read (by its name)',
        });
    }
  }
  return { images, foreign };
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const folders = await Promise.all(
    entries.map(async (entry) => {
      const folder =
        entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(join(path, entry.name))));
      return folder && !entry.name.startsWith('.') ? [entry.name] : [];
    }),
  );
  return folders.flat().sort(byName);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}

/** "2" before "10", the same on every machine. */
function byName(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true }) || (left < right ? -1 : 1);
}
