import type { DownloadableDataset } from '../../protocol/datasetMessages';

/** A file as its authors publish it. */
export interface DownloadFile {
  readonly url: string;
  /** Digest that is published with it. */
  readonly md5: string;
  /** About how large it is, in bytes. */
  readonly bytes: number;
}

export interface DownloadSource {
  readonly files: readonly DownloadFile[];
  /** True where the files go into a folder of their own. */
  readonly folder: boolean;
}

const toronto = 'https://www.cs.toronto.edu/~kriz';
const zalando = 'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com';

/** Digests from cs.toronto.edu/~kriz/cifar.html and github.com/zalandoresearch/fashion-mnist. */
const sources: Readonly<Record<DownloadableDataset, DownloadSource>> = {
  'cifar-10': {
    folder: false,
    files: [
      {
        url: `${toronto}/cifar-10-binary.tar.gz`,
        md5: 'c32a1d4ab5d03f1284b67883e8d87530',
        bytes: 170_052_171,
      },
    ],
  },
  'cifar-100': {
    folder: false,
    files: [
      {
        url: `${toronto}/cifar-100-binary.tar.gz`,
        md5: '03b5dce01913d631647c71ecec9e9cb8',
        bytes: 168_513_733,
      },
    ],
  },
  'fashion-mnist': {
    folder: true,
    files: [
      {
        url: `${zalando}/train-images-idx3-ubyte.gz`,
        md5: '8d4fb7e6c68d591d4c3dfef9ec88bf0d',
        bytes: 26_421_880,
      },
      {
        url: `${zalando}/train-labels-idx1-ubyte.gz`,
        md5: '25c81989df183df01b3e8a0aad5dffbe',
        bytes: 29_515,
      },
      {
        url: `${zalando}/t10k-images-idx3-ubyte.gz`,
        md5: 'bef4ecab320f06d8554ea6380940ec79',
        bytes: 4_422_102,
      },
      { url: `${zalando}/t10k-labels-idx1-ubyte.gz`, md5: 'bb300cfdad3c16e7a12a480ee83cd310', bytes: 5_148 },
    ],
  },
};

/**
 * Where a dataset is downloaded from. LAYERWISE_DATASET_MIRROR names a server with the same files under their last
 * names, as a classroom may have one; the digests hold for it too.
 */
export function downloadSource(
  name: DownloadableDataset,
  mirror: string | undefined = process.env['LAYERWISE_DATASET_MIRROR'],
): DownloadSource {
  const source = sources[name];
  if (mirror === undefined || mirror === '') return source;
  const moved = (url: string) => `${mirror.replace(/\/$/, '')}/${url.split('/').at(-1)}`;
  return { ...source, files: source.files.map((file) => ({ ...file, url: moved(file.url) })) };
}
