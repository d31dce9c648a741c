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

/** Reads what encodeSafetensors wrote. Throws an Error that says what is wrong with the bytes. */
export function decodeSafetensors(bytes: Uint8Array): {
  readonly tensors: ReadonlyMap<string, NamedTensor>;
  readonly metadata: Readonly<Record<string, string>>;
} {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 8) throw new Error('The file is too short for safetensors.');
  const headerLength = Number(file.readBigUInt64LE());
  const start = 8 + headerLength;
  if (start > file.length) throw new Error('The safetensors file is cut off within its header.');
  const header = headerSchema.parse(JSON.parse(file.toString('utf8', 8, start)));
  const tensors = new Map<string, NamedTensor>();
  let metadata: Readonly<Record<string, string>> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (!isTensorEntry(entry)) {
      metadata = entry;
      continue;
    }
    const [begin, end] = entry.data_offsets;
    if (start + end > file.length) throw new Error(`The safetensors file is cut off within "${name}".`);
    if (end - begin !== 4 * elementCount(entry.shape))
      throw new Error(`"${name}" has not as many values as its shape says.`);
    // A copy, for the values may start at any byte of the file.
    const values = new Float32Array(Uint8Array.from(file.subarray(start + begin, start + end)).buffer);
    tensors.set(name, { shape: entry.shape, values });
  }
  return { tensors, metadata };
}

type HeaderEntry = z.infer<typeof headerSchema>[string];

function isTensorEntry(entry: HeaderEntry): entry is Extract<HeaderEntry, { dtype: 'F32' }> {
  return 'data_offsets' in entry;
}
