import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { type DatasetReferenceOf, datasetLimits } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import { channelStatistics } from './channelStatistics';
import type { LabelledImages, LoadedDataset } from './dataset';
import { decodeImages, imageSize } from './decodeImages';
import { heldOutOf, holdOut, requireHeldOut } from './holdOut';
import { type ImageFile, surveyFolder } from './imageFolder';

type Folder = DatasetReferenceOf<'folder'>;

/** Longest side of the images that a folder is read with, until a person chooses another: large ones take much memory. */
const defaultLongestSide = 96;

/** A reference to a folder as it is: classes and images counted by name, the size that of the first image, or less. */
export async function describeFolder(path: string): Promise<Folder> {
  const survey = await surveyFolder(path);
  const [first] = survey.training;
  const size = (first && (await imageSize(first.path))) ?? {
    height: defaultLongestSide,
    width: defaultLongestSide,
  };
  const shrink = Math.min(1, defaultLongestSide / Math.max(size.height, size.width));
  const split = { testShare: 0.2, splitSeed: 1 };
  const held = survey.test?.length ?? countHeld(survey.training, split.testShare);
  if (survey.classNames.length > datasetLimits.classes)
    throw new AdviceError(
      `${path} has ${survey.classNames.length} classes; ${datasetLimits.classes} is the limit.`,
      'Choose another folder.',
    );
  requireHeldOut(held, path);
  return {
    type: 'folder',
    path,
    height: Math.max(1, Math.round(size.height * shrink)),
    width: Math.max(1, Math.round(size.width * shrink)),
    resize: 'crop',
    colour: true,
    ...split,
    classes: survey.classNames.length,
    trainingImages: survey.training.length - (survey.test === null ? held : 0),
    testImages: held,
  };
}

/** Reads a folder of images as it was described. `onProgress` hears the share that is decoded. */
export async function readFolder(
  reference: Folder,
  onProgress: (share: number) => void,
): Promise<LoadedDataset> {
  const survey = await surveyFolder(reference.path);
  if (survey.classNames.length !== reference.classes)
    throw new AdviceError(
      `${reference.path} has ${survey.classNames.length} classes now, and the project was made for ${reference.classes}.`,
      'Choose the folder again as the dataset, and fit the network to it.',
    );
  let told = 0;
  const total = survey.training.length + (survey.test?.length ?? 0);
  const decode = (files: readonly ImageFile[], before: number) =>
    decodeImages(files, {
      root: reference.path,
      form: reference,
      onProgress: (done) => {
        const percent = Math.floor((100 * (before + done)) / total);
        if (percent > told) onProgress(percent / 100);
        told = percent;
      },
    });
  const first = await decode(survey.training, 0);
  const second = survey.test === null ? null : await decode(survey.test, survey.training.length);
  const split =
    second === null ? holdOut(first.images, reference) : { training: first.images, test: second.images };
  if (split.training.count > 0 && second === null) requireHeldOut(split.test.count, reference.path);
  if (split.training.count === 0 || split.test.count === 0)
    throw new AdviceError(
      `None of the images in ${reference.path} can be decoded.`,
      'Choose a folder of JPEG, PNG, WebP, GIF, TIFF or AVIF images.',
    );
  return {
    facts: { ...datasetFacts(reference), trainingImages: split.training.count, testImages: split.test.count },
    classNames: survey.classNames,
    statistics: channelStatistics(split.training, reference.colour ? 3 : 1),
    ...split,
    files: [{ name: basename(reference.path), sha256: digestOf(first.images, second?.images) }],
    skipped: [...survey.foreign, ...first.skipped, ...(second?.skipped ?? [])],
  };
}

/** Of the decoded images and their classes: two runs with the same digest saw the same. */
function digestOf(...parts: readonly (LabelledImages | undefined)[]): string {
  const digest = createHash('sha256');
  for (const images of parts) if (images !== undefined) digest.update(images.pixels).update(images.labels);
  return digest.digest('hex');
}

function countHeld(images: readonly ImageFile[], share: number): number {
  const sizes = new Map<number, number>();
  for (const { label } of images) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + heldOutOf(size, share), 0);
}
