import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Hdf5Content } from './hdf5Content';

/** A whole file takes a tenth of this, or less. */
const leastMilliseconds = 10_000;
const bytesPerMillisecond = 10_000;

/** Where the built thread lies: beside the program, or beside the folder of its chunks. */
const places = ['./hdf5Worker.js', '../hdf5Worker.js'];

/** The built thread that reads HDF5; null where the program runs from its source. */
function builtThread(): string | null {
  const paths = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/**
 * Reads a file in a thread of its own, within a time that a whole one never takes. Throws an Error that says what is wrong:
 * "it is no HDF5 file, or damaged".
 */
export async function readInThread(bytes: Uint8Array, file = builtThread()): Promise<Hdf5Content> {
  if (file === null) {
    const { readHdf5 } = await import('./readHdf5');
    return readHdf5(bytes);
  }
  const worker = new Worker(file, { workerData: bytes });
  const limit = leastMilliseconds + bytes.length / bytesPerMillisecond;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Hdf5Content>((resolve, reject) => {
      const damaged = (cause?: unknown) => reject(new Error('it is no HDF5 file, or damaged', { cause }));
      timer = setTimeout(damaged, limit);
      worker.once('message', resolve);
      worker.once('error', damaged);
      worker.once('exit', () => damaged());
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
