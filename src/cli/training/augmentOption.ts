import { AdviceError } from '../../engine/adviceError';
import { type Augmentation, augmentationSchema, noAugmentation } from '../../network/datasets/augmentation';

/** "crop=4,flip,cutout=8", or "none". Throws an AdviceError where a word isn't known. */
export function parseAugmentation(text: string): Augmentation {
  if (text === 'none') return noAugmentation;
  let augmentation = noAugmentation;
  for (const word of text.split(',')) {
    const [name = '', number] = word.trim().split('=');
    if (name === 'flip' && number === undefined) augmentation = { ...augmentation, flip: true };
    else if (name === 'crop') augmentation = { ...augmentation, padAndCrop: pixels(word, number, 4) };
    else if (name === 'cutout') augmentation = { ...augmentation, cutout: pixels(word, number, 8) };
    else throw refusal(word);
  }
  return augmentation;
}

function pixels(word: string, number: string | undefined, usual: number): number {
  const value = number === undefined ? usual : Number(number);
  const parsed = augmentationSchema.safeParse({ ...noAugmentation, padAndCrop: value });
  if (number?.trim() === '' || !parsed.success) throw refusal(word);
  return value;
}

function refusal(word: string): AdviceError {
  return new AdviceError(
    `--augment does not know "${word}".`,
    'Use none, or a list of crop=<pixels from 0 to 64>, flip and cutout=<pixels from 0 to 64>, as in --augment crop=4,flip.',
  );
}
