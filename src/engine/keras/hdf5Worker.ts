/** The thread that reads an HDF5 file, so that a damaged one over which the library never ends can be given up. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readHdf5 } from './readHdf5';

const content = await readHdf5(z.instanceof(Uint8Array).parse(workerData));
const buffers = [...content.datasets.values()].flatMap(({ values }) =>
  typeof values === 'string' ? [] : [values.buffer],
);
parentPort?.postMessage(content, buffers);
