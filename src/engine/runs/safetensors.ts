/**
 * The safetensors format (Hugging Face): the header's length as a little-endian 64-bit integer, a JSON header that
 * gives each tensor's type, shape and place, then the values, little-endian and row-major. Python reads it with
 * `safetensors.numpy.load_file`.
 */
import { z } from 'zod';
import { elementCount, type Shape } from '../../network/layers/shape';

export interface NamedTensor {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** Headers are padded to this many bytes, so that the values are aligned. */
const alignment = 8;

export function encodeSafetensors(
  tensors: ReadonlyMap<string, NamedTensor>,
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const entries: [string, unknown][] = [['__metadata__', metadata]];
  let end = 0;
  for (const [name, { shape, values }] of tensors) {
    const begin = end;
    end += values.byteLength;
    entries.push([name, { dtype: 'F32', shape, data_offsets: [begin, end] }]);
  }
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const headerLength = Math.ceil(json.length / alignment) * alignment;
  const file = Buffer.alloc(8 + headerLength + end, ' ');
  file.writeBigUInt64LE(BigInt(headerLength));
  json.copy(file, 8);
  let offset = 8 + headerLength;
  for (const { values } of tensors.values()) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
    offset += values.byteLength;
  }
  return file;
}

const headerSchema = z.record(
  z.string(),
  z.union([
    z.object({
      dtype: z.literal('F32'),
      shape: z.array(z.int().min(0)),
      data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
    }),
    z.record(z.string(), z.string()),
  ]),
);

/** Far above any network, low enough that a hostile file can't exhaust memory: 64 MiB. */
const longestHeader = 64 * 1024 ** 2;

/** Reads what encodeSafetensors wrote. Throws an Error that says what is wrong with the file: "it is cut off". */
export function decodeSafetensors(bytes: Uint8Array): {
  readonly tensors: ReadonlyMap<string, NamedTensor>;
  readonly metadata: Readonly<Record<string, string>>;
} {
  const { entries, metadata, start } = decodeHeader(bytes);
  const tensors = new Map<string, NamedTensor>();
  for (const [name, { shape, data_offsets }] of entries) {
    const [begin, end] = data_offsets;
    if (start + end > bytes.byteLength) throw new Error(`it is cut off within "${name}"`);
    if (end - begin !== 4 * elementCount(shape))
      throw new Error(`"${name}" has not as many values as its shape says`);
    // A copy, for the values may start at any byte of the file.
    const values = new Float32Array(elementCount(shape));
    new Uint8Array(values.buffer).set(bytes.subarray(start + begin, start + end));
    tensors.set(name, { shape, values });
  }
  return { tensors, metadata };
}

type HeaderEntry = z.infer<typeof headerSchema>[string];
type TensorEntry = Extract<HeaderEntry, { dtype: 'F32' }>;

/**
 * Reads the header from a file, or from so much of its beginning as holds it. `start` is where the values begin.
 * No byte of theirs may belong to two tensors: a small file would else take any amount of memory.
 */
export function decodeHeader(bytes: Uint8Array): {
  readonly entries: ReadonlyMap<string, TensorEntry>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly start: number;
} {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = headerBytes(file);
  if (start > file.length) throw new Error('it is cut off within its header');
  const entries = new Map<string, TensorEntry>();
  let metadata: Readonly<Record<string, string>> = {};
  for (const [name, entry] of Object.entries(parseHeader(file.toString('utf8', 8, start)))) {
    if (isTensorEntry(entry)) entries.set(name, entry);
    else metadata = entry;
  }
  let reached = 0;
  for (const { data_offsets } of [...entries.values()].sort(byPlace)) {
    if (data_offsets[0] < reached || data_offsets[1] < data_offsets[0])
      throw new Error('its tensors overlap');
    reached = data_offsets[1];
  }
  return { entries, metadata, start };
}

/** Where the values of a file begin, told from its first eight bytes. */
export function headerBytes(file: Buffer): number {
  if (file.length < 8) throw new Error('it is too short for safetensors');
  const length = Number(file.readBigUInt64LE());
  if (length > longestHeader) throw new Error('it is no safetensors file');
  return 8 + length;
}

function parseHeader(text: string): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error('its header is not in the form of safetensors', { cause });
  }
}

function isTensorEntry(entry: HeaderEntry): entry is TensorEntry {
  return 'data_offsets' in entry;
}

function byPlace({ data_offsets: left }: TensorEntry, { data_offsets: right }: TensorEntry): number {
  return left[0] - right[0] || left[1] - right[1];
}
