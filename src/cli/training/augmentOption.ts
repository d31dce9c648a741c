import { AdviceError } from '../../engine/adviceError';
import { type Augmentation, augmentationSchema, noAugmentation } from '../../network/datasets/augmentation';

/** "crop=4,flip,cutout=8,mixup=0.2", or "none". Throws an AdviceError where a word isn't known. */
export function parseAugmentation(text: string): Augmentation {
  if (text === 'none') return noAugmentation;
  let augmentation = noAugmentation;
  for (const word of text.split(',')) {
    const [name = '', number] = word.trim().split('=');
    if (name === 'flip' && number === undefined) augmentation = { ...augmentation, flip: true };
    else if (name === 'crop')
      augmentation = { ...augmentation, padAndCrop: pixels(word, 'padAndCrop', number, 4) };
    else if (name === 'cutout') augmentation = { ...augmentation, cutout: pixels(word, 'cutout', number, 8) };
    else if (name === 'mixup') augmentation = { ...augmentation, mixup: weight(word, number) };
    else throw refusal(word);
  }
  return augmentation;
}

function pixels(
  word: string,
  setting: 'padAndCrop' | 'cutout',
  number: string | undefined,
  usual: number,
): number {
  const value = number === undefined ? usual : Number(number);
  if (number?.trim() === '' || !augmentationSchema.shape[setting].safeParse(value).success)
    throw refusal(word);
  return value;
}

function weight(word: string, number: string | undefined): number {
  const value = number === undefined ? 0.2 : Number(number);
  if (number?.trim() === '' || !augmentationSchema.shape.mixup.safeParse(value).success) throw refusal(word);
  return value;
}

function refusal(word: string): AdviceError {
  return new AdviceError(
    `--augment does not know "${word}".`,
    'Use none, or a list of crop=<pixels from 0 to 64>, flip, cutout=<pixels from 0 to 512> and mixup=<α from 0 to 4>, as in --augment crop=4,flip.',
  );
}
