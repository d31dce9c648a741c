import { relative } from 'node:path';
import type { DatasetReferenceOf, ResizePolicy } from '../../network/datasets/datasetReference';
import { AdviceError } from '../adviceError';
import { type LabelledImages, type SkippedFile, sharedBytes } from './dataset';
import type { ImageFile } from './imageFolder';
import { loadSharp } from './loadSharp';

/** Images that are decoded at a time; each takes one thread beside the one that trains. */
const atOnce = 2;

/** Decoded images of one dataset, in bytes: 2 GiB. */
const mostBytes = 2 * 1024 ** 3;

/** A picture of more pixels than this is refused before it is decoded: 100 million. */
const mostPixels = 100_000_000;

const fits = { stretch: 'fill', fit: 'contain', crop: 'cover' } as const satisfies Record<
  ResizePolicy,
  string
>;

export interface DecodeOptions {
  /** The folder that names of files are told from. */
  readonly root: string;
  readonly form: Pick<DatasetReferenceOf<'folder'>, 'height' | 'width' | 'resize' | 'colour'>;
  /** Hears how many images are done. */
  readonly onProgress: (done: number) => void;
}

/** Decodes all these files, in their order. Those that are broken are left out and named. */
export async function decodeImages(
  files: readonly ImageFile[],
  { root, form, onProgress }: DecodeOptions,
): Promise<{ readonly images: LabelledImages; readonly skipped: readonly SkippedFile[] }> {
  const values = form.height * form.width * (form.colour ? 3 : 1);
  refuseTooMany(files.length, values, form);
  await loadSharp();
  const pixels = sharedBytes(files.length * values);
  const faults = new Map<number, string>();
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file === undefined) return;
      try {
        pixels.set(await decodeImage(file.path, form), index * values);
      } catch (error) {
        faults.set(index, reasonOf(error));
      }
      done += 1;
      onProgress(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const skipped = [...faults]
    .sort(([left], [right]) => left - right)
    .map(([index, reason]) => ({ name: relative(root, files[index]?.path ?? ''), reason }));
  const whole = [...files.keys()].filter((index) => !faults.has(index));
  for (const [place, index] of whole.entries())
    if (place !== index) pixels.copyWithin(place * values, index * values, (index + 1) * values);
  return {
    images: {
      count: whole.length,
      pixels: pixels.subarray(0, whole.length * values),
      labels: Uint16Array.from(whole, (index) => files[index]?.label ?? 0),
    },
    skipped,
  };
}

/** Height and width of an image as people see it; null where it can't be read. */
export async function imageSize(
  path: string,
): Promise<{ readonly height: number; readonly width: number } | null> {
  const sharp = await loadSharp();
  const found = await sharp(path)
    .metadata()
    .catch(() => null);
  return found === null ? null : { height: found.autoOrient.height, width: found.autoOrient.width };
}

/**
 * Decodes one image, from its path or its bytes, to the size of `form`: row-major, one byte a value. Throws what the library
 * that decodes says where it is broken.
 */
export async function decodeImage(
  source: string | Uint8Array,
  form: DecodeOptions['form'],
): Promise<Uint8Array> {
  const values = form.height * form.width * (form.colour ? 3 : 1);
  const sharp = await loadSharp();
  const picture = sharp(source, { failOn: 'error', limitInputPixels: mostPixels })
    .autoOrient()
    .resize(form.width, form.height, { fit: fits[form.resize], background: '#000' })
    .flatten({ background: '#000' });
  const bytes = await (form.colour ? picture.toColourspace('srgb') : picture.greyscale().toColourspace('b-w'))
    .raw({ depth: 'uchar' })
    .toBuffer();
  if (bytes.length !== values) throw new Error(`it has ${bytes.length} values where ${values} were expected`);
  return bytes;
}

function refuseTooMany(count: number, values: number, { height, width }: DecodeOptions['form']): void {
  const bytes = count * values;
  if (bytes <= mostBytes) return;
  throw new AdviceError(
    `${count.toLocaleString('en')} images of ${height}×${width} take ${(bytes / 1024 ** 3).toFixed(1)} GiB of memory; ${mostBytes / 1024 ** 3} GiB is the limit.`,
    'Choose a smaller height and width, greyscale, or a folder with fewer images.',
  );
}

/** What sharp says, in one line and without the path that goes before it: the end of a sentence. */
export function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `can't be decoded: ${line.replace(/^.*?: (?=\S)/, '').trim()}`;
}
