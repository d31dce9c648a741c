import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelStatistics } from '../../../src/engine/data/channelStatistics';
import { readCifarRecords } from '../../../src/engine/data/cifarRecords';
import type { LabelledImages, LoadedDataset } from '../../../src/engine/data/dataset';
import { randomStream } from '../../../src/engine/randomStreams';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';

/** Files of CIFAR-10's form full of noise, and the dataset that they are. */
export function writeNoiseCifar(
  folder: string,
  reference: { type: 'cifar-10'; trainingImages: number; testImages: number },
): LoadedDataset {
  mkdirSync(folder);
  const stream = randomStream(5, 'noise');
  const write = (name: string, count: number): Uint8Array => {
    const bytes = Uint8Array.from({ length: count * 3073 }, (_, at) =>
      stream.integerBelow(at % 3073 === 0 ? 10 : 256),
    );
    writeFileSync(join(folder, name), bytes);
    return bytes;
  };
  const parts = [1, 2, 3, 4, 5].map((part) => write(`data_batch_${part}.bin`, reference.trainingImages / 5));
  const read = (bytes: Uint8Array, count: number): LabelledImages => {
    const images = readCifarRecords('cifar-10', bytes);
    if ('fault' in images) throw new Error(images.fault);
    return { count, ...images };
  };
  const training = read(Buffer.concat(parts), reference.trainingImages);
  const test = read(write('test_batch.bin', reference.testImages), reference.testImages);
  const statistics = channelStatistics(training, 3);
  return {
    facts: datasetFacts(reference),
    classNames: [],
    statistics,
    training,
    test,
    files: [],
    skipped: [],
  };
}
