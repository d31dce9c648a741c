import type { Hdf5Content } from './hdf5Content';
import { readInThread } from './hdf5Thread';

/** An HDF5 file that was read. */
export class Hdf5File {
  readonly #content: Hdf5Content;

  /** Throws an Error that says what is wrong: "it is no HDF5 file, or damaged". */
  static async open(bytes: Uint8Array): Promise<Hdf5File> {
    return new Hdf5File(await readInThread(bytes));
  }

  private constructor(content: Hdf5Content) {
    this.#content = content;
  }

  /** Names of what is in a group, in the file's order; none where there is no such group. */
  namesIn(path: string): readonly string[] {
    return this.#content.groups.get(path) ?? [];
  }

  /** A text among the attributes of a group; null where it has none of that name. */
  text(path: string, attribute: string): string | null {
    return this.#content.texts.get(path)?.get(attribute)?.[0] ?? null;
  }

  /** Texts among the attributes of a group, which Keras divides where they are long: weight_names0, weight_names1, … */
  texts(path: string, attribute: string): readonly string[] | null {
    const texts = this.#content.texts.get(path);
    const whole = texts?.get(attribute);
    if (whole !== undefined) return whole;
    const parts: string[] = [];
    for (let number = 0; ; number++) {
      const part = texts?.get(`${attribute}${number}`);
      if (part === undefined) return number === 0 ? null : parts;
      parts.push(...part);
    }
  }

  /** Extents of a dataset; null where there is none at this place. */
  shape(path: string): readonly number[] | null {
    return this.#content.datasets.get(path)?.shape ?? null;
  }

  /** The numbers of a dataset, row-major. Throws an Error that says what is wrong with it: "is of a type that no weight has". */
  values(path: string): Float32Array {
    const values = this.#content.datasets.get(path)?.values ?? 'is missing';
    if (typeof values === 'string') throw new Error(values);
    return values;
  }
}
