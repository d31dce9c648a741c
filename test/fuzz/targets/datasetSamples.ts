import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { pack } from 'tar-stream';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import { mutateBytes } from '../mutations/bytes';
import { hostileTexts } from '../mutations/hostileValues';
import type { DatasetFile, DatasetSample } from './datasetSample';
import { arraysReference, numpyArchive, numpyPair } from './numpySamples';

interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

let pictures: readonly [Picture, ...Picture[]] = [{ name: 'empty.png', bytes: new Uint8Array() }];
let archives: readonly [Uint8Array, ...Uint8Array[]] = [new Uint8Array()];

/** Makes what takes long once: pictures in each format, and archives. */
export async function openDatasetSamples(): Promise<void> {
  const noise = Buffer.from(Uint8Array.from({ length: 12 * 10 * 3 }, (_, place) => (place * 73) % 256));
  const picture = sharp(noise, { raw: { width: 12, height: 10, channels: 3 } });
  const made = async (name: string, form: 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'avif') => ({
    name,
    bytes: new Uint8Array(await picture.clone().toFormat(form).toBuffer()),
  });
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';
  pictures = [
    await made('a.png', 'png'),
    await made('b.jpg', 'jpeg'),
    await made('c.webp', 'webp'),
    await made('d.gif', 'gif'),
    await made('e.tiff', 'tiff'),
    await made('f.avif', 'avif'),
    { name: 'g.png', bytes: new Uint8Array(await picture.clone().greyscale().png().toBuffer()) },
    { name: 'h.png', bytes: new Uint8Array(await picture.clone().ensureAlpha(0.5).png().toBuffer()) },
    { name: 'i.png', bytes: new TextEncoder().encode(svg) },
    { name: 'j.jpeg', bytes: new Uint8Array() },
  ];
  archives = [
    await tar({
      'cifar-10-batches-bin/data_batch_1.bin': records(3073, 9),
      'test_batch.bin': records(3073, 2),
    }),
    await tar({ 'cifar-100-binary/train.bin': records(3074, 9), 'test.bin': records(3074, 3) }),
    await tar({ 'readme.html': new Uint8Array(20), '../up.bin': records(3073, 1) }),
  ];
}

/** A dataset of some form, mostly in order. */
export function sampleDataset(random: FuzzRandom): DatasetSample {
  return random.pick([
    idx,
    cifarFiles,
    cifarArchive,
    numpyPair,
    numpyArchive,
    numpyArchive,
    images,
    images,
    bomb,
  ])(random);
}

function idx(random: FuzzRandom): DatasetSample {
  const header = (dimensions: readonly number[]) => {
    const view = new DataView(new ArrayBuffer(4 + 4 * dimensions.length));
    view.setUint8(2, 8);
    view.setUint8(3, dimensions.length);
    for (const [axis, extent] of dimensions.entries()) view.setUint32(4 + 4 * axis, extent);
    return new Uint8Array(view.buffer);
  };
  const count = random.pick([60_000, 10_000, 0, 3, 2 ** 32 - 1]);
  const packed = random.oneIn(2);
  const file = (name: string, dimensions: readonly number[]) => {
    const bytes = Buffer.concat([header(dimensions), random.bytes(random.below(200))]);
    return { path: packed ? `${name}.gz` : name, bytes: new Uint8Array(packed ? gzipSync(bytes) : bytes) };
  };
  const files = [
    file('train-images-idx3-ubyte', [count, 28, 28]),
    file('train-labels-idx1-ubyte', [count]),
    file('t10k-images-idx3-ubyte', [10_000, 28, 28]),
    file('t10k-labels-idx1-ubyte', [10_000]),
  ];
  const chosen = random.oneIn(2) ? '' : (files[0]?.path ?? '');
  return { files, chosen, reference: { type: 'fashion-mnist', path: '' } };
}

function cifarFiles(random: FuzzRandom): DatasetSample {
  const type = random.pick(['cifar-10', 'cifar-100']);
  const size = type === 'cifar-10' ? 3073 : 3074;
  const names = type === 'cifar-10' ? ['data_batch_1', 'test_batch'] : ['train', 'test'];
  const packed = random.oneIn(3);
  const files = names.map((name) => {
    const bytes = records(size, random.between(1, 4), random.oneIn(4) ? 255 : 9);
    return {
      path: `${name}.bin${packed ? '.gz' : ''}`,
      bytes: packed ? new Uint8Array(gzipSync(bytes)) : bytes,
    };
  });
  const chosen = random.oneIn(2) ? '' : (files[0]?.path ?? '');
  return { files, chosen, reference: { type: random.oneIn(5) ? 'cifar-10' : type, path: '' } };
}

function cifarArchive(random: FuzzRandom): DatasetSample {
  const [archive, other] = [random.pick(archives), random.pick(archives)];
  // Damage inside, before it is packed: behind gzip's checksum nothing else would get in.
  const content = random.oneIn(2) ? mutateBytes(random, archive, other) : archive;
  const path = random.pick(['cifar-10-binary.tar.gz', 'cifar-100-binary.tar.gz', 'a.tgz']);
  const type = random.pick(['cifar-10', 'cifar-100']);
  return {
    files: [{ path, bytes: new Uint8Array(gzipSync(content, { level: 1 })) }],
    chosen: path,
    reference: { type, path: '' },
  };
}

/** Small files that claim, or hold, far more than they should. */
function bomb(random: FuzzRandom): DatasetSample {
  const zeros = new Uint8Array(random.oneIn(20) ? 2 ** 24 : 2 ** 17);
  if (random.oneIn(2)) {
    const path = random.pick(['cifar-10-binary.tar.gz', 'data_batch_1.bin.gz', 'train-images-idx3-ubyte.gz']);
    const bytes = new Uint8Array(gzipSync(zeros));
    return { files: [{ path, bytes }], chosen: path, reference: { type: 'cifar-10', path: '' } };
  }
  const names = [
    'x_train.npy',
    'y_train.npy',
    ...Array.from({ length: random.below(4) }, (_, index) => `${index}.npy`),
  ];
  const archive = zipSync(Object.fromEntries(names.map((name) => [name, zeros])), { level: 1 });
  const claim = random.pick([2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 20, 1]);
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  // Uncompressed sizes in the central directory (offset 24 behind its signature) and the local headers (offset 22).
  for (let place = 0; place + 28 < archive.length; place++) {
    const signature = view.getUint32(place, true);
    if (signature === 0x02014b50 && random.oneIn(2)) view.setUint32(place + 24, claim, true);
    if (signature === 0x04034b50 && random.oneIn(2)) view.setUint32(place + 22, claim, true);
  }
  return {
    files: [{ path: 'data.npz', bytes: archive }],
    chosen: 'data.npz',
    reference: arraysReference(10),
  };
}

function images(random: FuzzRandom): DatasetSample {
  const classes = ['cat', 'dog', 'emu'].map((name) =>
    random.oneIn(4) ? safeName(random.pick(hostileTexts), name) : name,
  );
  const parts = random.pick([[''], [''], ['train/', 'test/'], ['training/', 'val/'], ['train/']]);
  const files: DatasetFile[] = [];
  for (const part of parts)
    for (const name of classes.slice(0, random.pick([1, 2, 2, 2, 3])))
      for (let count = random.below(4); count > 0; count--) {
        const { name: file, bytes } = random.pick(pictures);
        const title = random.oneIn(6) ? safeName(random.pick(hostileTexts), 'x') : `${count}`;
        files.push({ path: `${part}${name}/${title}${random.oneIn(8) ? '.txt' : file}`, bytes });
      }
  if (random.oneIn(6)) files.push({ path: 'cat/loop', bytes: null });
  if (random.oneIn(6)) files.push({ path: 'loop', bytes: null });
  const reference = {
    type: 'folder',
    path: '',
    height: random.pick([1, 8, 33]),
    width: random.pick([1, 8, 33]),
    resize: random.pick(['stretch', 'fit', 'crop']),
    colour: random.oneIn(2),
    ...{ testShare: random.pick([0.01, 0.2, 0.9]), splitSeed: 1 },
    ...{ classes: 2, trainingImages: 3, testImages: 1 },
  };
  return { files, chosen: '', reference };
}

/** Names lead nowhere else. */
function safeName(text: string, otherwise: string): string {
  const name = text.replaceAll('/', '_').replaceAll('\u0000', '_').slice(0, 200);
  return name === '' || name === '.' || name === '..' ? otherwise : name;
}

function records(size: number, count: number, largest = 9): Uint8Array {
  return Uint8Array.from(
    { length: size * count },
    (_, place) => (place * 31 + Math.floor(place / size)) % (largest + 1),
  );
}

async function tar(entries: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const archive = pack();
  for (const [name, bytes] of Object.entries(entries)) archive.entry({ name }, Buffer.from(bytes));
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
