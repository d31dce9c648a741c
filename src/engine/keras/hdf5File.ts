import h5wasm, { type Dataset, type Entity, type Group } from 'h5wasm';
import { halfToNumber } from '../importing/halfToNumber';

/** HDF5's class of floating-point types. */
const floatClass = 1;

/** Values of one file that are read, all together: 2 GiB of single precision. */
const mostValues = 2 ** 29;
/** So many times a file's size its values may be where they are packed, beside a little: a small file can't fill memory. */
const mostPacked = 64;
const valuesOfSmallFile = 2 ** 20;

/** Files are given to the library under names of their own, for several may be open at once. */
let opened = 0;

/** An HDF5 file that lies in memory, to be read. Whoever opens it closes it. */
export class Hdf5File {
  readonly #file: Group & { close(): unknown };
  readonly #forget: () => void;
  #valuesLeft: number;

  /** Throws an Error that says what is wrong: "it is no HDF5 file, or damaged". */
  static async open(bytes: Uint8Array): Promise<Hdf5File> {
    const module = await h5wasm.ready;
    // Without this, the library prints what it finds wrong and goes on.
    module.activate_throwing_error_handler();
    opened += 1;
    const name = `import${opened}.h5`;
    module.FS.writeFile(name, bytes);
    const forget = () => module.FS.unlink(name);
    try {
      return new Hdf5File(new h5wasm.File(name, 'r'), forget, bytes.length);
    } catch (cause) {
      forget();
      throw new Error('it is no HDF5 file, or damaged', { cause });
    }
  }

  private constructor(file: Group & { close(): unknown }, forget: () => void, bytes: number) {
    this.#file = file;
    this.#valuesLeft = Math.min(mostValues, mostPacked * bytes + valuesOfSmallFile);
    this.#forget = forget;
  }

  close(): void {
    try {
      this.#file.close();
    } finally {
      this.#forget();
    }
  }

  /** Names of what is in a group, in the file's order; none where there is no such group. */
  namesIn(path: string): readonly string[] {
    const group = path === '' ? this.#file : this.#find(path);
    return group instanceof h5wasm.Group ? group.keys() : [];
  }

  /** A text among the attributes of a group; null where it has none of that name. */
  text(path: string, attribute: string): string | null {
    const value = this.#attribute(path, attribute);
    return typeof value === 'string' ? value : null;
  }

  /** Texts among the attributes of a group, which Keras divides where they are long: weight_names0, weight_names1, … */
  texts(path: string, attribute: string): readonly string[] | null {
    const whole = this.#attribute(path, attribute);
    if (whole !== null) return textsOf(whole);
    const parts: string[] = [];
    for (let number = 0; ; number++) {
      const part = this.#attribute(path, `${attribute}${number}`);
      if (part === null) return number === 0 ? null : parts;
      parts.push(...textsOf(part));
    }
  }

  /** Extents of a dataset; null where there is none at this place. */
  shape(path: string): readonly number[] | null {
    const found = this.#find(path);
    return found instanceof h5wasm.Dataset ? (found.shape ?? []) : null;
  }

  /** The numbers of a dataset, row-major. Throws an Error that says what is wrong with it. */
  values(path: string): Float32Array {
    const found = this.#find(path);
    if (!(found instanceof h5wasm.Dataset)) throw new Error('is missing');
    const count = (found.shape ?? []).reduce((product, extent) => product * extent, 1);
    this.#valuesLeft -= count;
    if (this.#valuesLeft < 0) throw new Error('has more values than a network can have');
    const values = numbersOf(found);
    if (values.length !== count) throw new Error('has not as many values as its shape says');
    return values;
  }

  #find(path: string): Entity | null {
    try {
      return this.#file.get(path);
    } catch {
      // The library throws where a part of the path is missing or damaged.
      return null;
    }
  }

  #attribute(path: string, name: string): unknown {
    const holder = path === '' ? this.#file : this.#find(path);
    if (!(holder instanceof h5wasm.Group)) return null;
    try {
      return holder.attrs[name]?.value ?? null;
    } catch {
      return null;
    }
  }
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}

function numbersOf(dataset: Dataset): Float32Array {
  const { type, size, littleEndian } = dataset.metadata;
  if (type !== floatClass) throw new Error('is of a type that no weight has');
  const { value } = dataset;
  if (typeof value === 'number') return Float32Array.of(value);
  if (value instanceof Float32Array) return value;
  if (value instanceof Float64Array) return Float32Array.from(value);
  if (value instanceof Uint8Array && size === 2) {
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
    return Float32Array.from({ length: value.length / 2 }, (_, at) =>
      halfToNumber(view.getUint16(2 * at, littleEndian)),
    );
  }
  throw new Error('is of a type that no weight has');
}
