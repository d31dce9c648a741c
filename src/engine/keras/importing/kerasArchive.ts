import { type FileHandle, open } from 'node:fs/promises';
import { inflateEntry } from '../../runs/bundle/inflateEntry';
import { readZipDirectory, type ZipEntry } from '../../runs/bundle/zipDirectory';

/** Parts of a `.keras` file: its description, and its weights where it has them as HDF5. */
export interface KerasArchive {
  readonly config: unknown;
  readonly weights: Uint8Array | null;
}

const configName = 'config.json';
const weightsName = 'model.weights.h5';
/** 64 MiB: a thousand times that of ResNet-152. */
const mostConfig = 64 * 1024 ** 2;
const mostWeights = 2 ** 31 - 1;
/** So much larger than the file may its parts be, unpacked: Keras doesn't pack them at all. */
const mostExpansion = 100;

/** Reads a `.keras` file. Throws an Error that says what is wrong: "it is cut off, or no zip file". */
export async function readKerasArchive(path: string): Promise<KerasArchive> {
  const file = await open(path, 'r');
  try {
    const entries = await readZipDirectory(file);
    const config = await contentOf(file, entries, configName, mostConfig);
    if (config === null) throw new Error(`it lacks ${configName}`);
    return {
      config: parseJson(new TextDecoder().decode(config)),
      weights: await contentOf(file, entries, weightsName, mostWeights),
    };
  } finally {
    await file.close();
  }
}

async function contentOf(
  file: FileHandle,
  entries: ReadonlyMap<string, ZipEntry>,
  name: string,
  most: number,
): Promise<Uint8Array | null> {
  const entry = entries.get(name);
  if (entry === undefined) return null;
  const { size } = await file.stat();
  const pieces: Uint8Array[] = [];
  await inflateEntry(
    file,
    entry,
    Math.min(most, mostExpansion * size),
    async (piece) => void pieces.push(piece),
  );
  return Buffer.concat(pieces);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`its ${configName} is no JSON`);
  }
}
