import h5wasm, { type Dataset, type Group } from 'h5wasm';
import { halfToNumber } from '../importing/halfToNumber';
import type { Hdf5Content, Hdf5Dataset } from './hdf5Content';

/** HDF5's classes of types. */
const floatClass = 1;
const textClass = 3;

/** Values of one file that are read, all together: 2 GiB of single precision. */
const mostValues = 2 ** 29;
/** So many times a file's size its values may be where they are packed, beside a little: a small file can't fill memory. */
const mostPacked = 64;
const valuesOfSmallFile = 2 ** 20;

/** Groups within one another, and groups and datasets of a file: links may lead in circles. */
const deepest = 24;
const mostObjects = 200_000;
/** Texts of one attribute. */
const mostTexts = 100_000;

/** What no import reads: the state of optimizers, which is as large as the weights, or larger. */
const leftOut: readonly string[] = ['optimizer', 'optimizer_weights'];

/** Reads all of a file that lies in memory. Throws an Error where it is none: "it is no HDF5 file, or damaged". */
export async function readHdf5(bytes: Uint8Array): Promise<Hdf5Content> {
  const module = await h5wasm.ready;
  // Without this, the library prints what it finds wrong and goes on.
  module.activate_throwing_error_handler();
  const name = 'imported.h5';
  module.FS.writeFile(name, bytes);
  try {
    const file = new h5wasm.File(name, 'r');
    try {
      return new Hdf5Reader(bytes.length).read(file);
    } finally {
      file.close();
    }
  } catch (cause) {
    throw new Error('it is no HDF5 file, or damaged', { cause });
  } finally {
    module.FS.unlink(name);
  }
}

class Hdf5Reader {
  readonly #groups = new Map<string, readonly string[]>();
  readonly #texts = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly #datasets = new Map<string, Hdf5Dataset>();
  #valuesLeft: number;

  constructor(bytes: number) {
    this.#valuesLeft = Math.min(mostValues, mostPacked * bytes + valuesOfSmallFile);
  }

  read(file: Group): Hdf5Content {
    this.#readGroup(file, '', 0);
    return { groups: this.#groups, texts: this.#texts, datasets: this.#datasets };
  }

  #readGroup(group: Group, path: string, depth: number): void {
    const names = group.keys();
    this.#groups.set(path, names);
    this.#texts.set(path, textsOf(group));
    for (const name of names) {
      if (depth === 0 && leftOut.includes(name)) continue;
      if (this.#groups.size + this.#datasets.size > mostObjects || depth > deepest) return;
      const below = path === '' ? name : `${path}/${name}`;
      const found = attempted(() => group.get(name));
      if (found instanceof h5wasm.Group) attempted(() => this.#readGroup(found, below, depth + 1));
      else if (found instanceof h5wasm.Dataset) {
        const dataset = attempted(() => this.#datasetOf(found));
        if (dataset !== null) this.#datasets.set(below, dataset);
      }
    }
  }

  #datasetOf(dataset: Dataset): Hdf5Dataset {
    const shape = dataset.shape ?? [];
    const count = shape.reduce((product, extent) => product * extent, 1);
    if (dataset.metadata.type !== floatClass) return { shape, values: 'is of a type that no weight has' };
    if (count > this.#valuesLeft) return { shape, values: 'has more values than a network can have' };
    this.#valuesLeft -= count;
    const values = attempted(() => numbersOf(dataset));
    if (values === null) return { shape, values: 'is damaged, or of a type that no weight has' };
    if (values.length === count) return { shape, values };
    return { shape, values: 'has not as many values as its shape says' };
  }
}

/** What the library throws at damage says nothing to a person. */
function attempted<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    // After a fault of the program's own the library can't go on.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return null;
  }
}

function textsOf(group: Group): ReadonlyMap<string, readonly string[]> {
  const attributes = attempted(() => group.attrs) ?? {};
  return new Map(
    Object.keys(attributes).flatMap((name) => {
      const texts = attempted(() => textsIn(attributes[name]));
      return texts === null ? [] : [[name, texts] as const];
    }),
  );
}

function textsIn(attribute: Group['attrs'][string] | undefined): readonly string[] | null {
  const count = (attribute?.shape ?? []).reduce((product, extent) => product * extent, 1);
  if (attribute === undefined || attribute.metadata.type !== textClass || count > mostTexts) return null;
  const { value } = attribute;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : null;
}

/** A copy in single precision. */
function numbersOf(dataset: Dataset): Float32Array<ArrayBuffer> | null {
  const { size, littleEndian } = dataset.metadata;
  const { value } = dataset;
  if (typeof value === 'number') return Float32Array.of(value);
  if (value instanceof Float32Array || value instanceof Float64Array) return Float32Array.from(value);
  if (!(value instanceof Uint8Array) || size !== 2) return null;
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  return Float32Array.from({ length: value.length / 2 }, (_, at) =>
    halfToNumber(view.getUint16(2 * at, littleEndian)),
  );
}
