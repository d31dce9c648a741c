import type { FuzzRandom } from '../campaign/fuzzRandom';

/** No input grows beyond this by being repeated: 256 KiB. */
const mostBytes = 256 * 1024;

type Mutation = (random: FuzzRandom, bytes: Uint8Array, other: Uint8Array) => Uint8Array;

const sizes = [0, 1, 2, 3, 4, 7, 8, 16, 255, 256, 32_767, 32_768, 65_535, 65_536] as const;
const lengths = [
  0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff,
] as const;

const mutations: readonly [Mutation, ...Mutation[]] = [
  function flipBits(random, bytes) {
    const changed = bytes.slice();
    for (let count = random.between(1, 8); count > 0 && changed.length > 0; count--) {
      const place = random.below(changed.length);
      changed[place] = (changed[place] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  function flipBitsNearTheStart(random, bytes) {
    const changed = bytes.slice();
    const place = random.below(Math.min(changed.length, 64) || 1);
    if (place < changed.length) changed[place] = random.below(256);
    return changed;
  },
  (random, bytes) => bytes.slice(0, random.below(bytes.length + 1)),
  (random, bytes) => bytes.slice(random.below(bytes.length + 1)),
  function insert(random, bytes) {
    const place = random.below(bytes.length + 1);
    return join(bytes.subarray(0, place), random.bytes(random.between(1, 16)), bytes.subarray(place));
  },
  function remove(random, bytes) {
    const place = random.below(bytes.length + 1);
    return join(bytes.subarray(0, place), bytes.subarray(place + random.between(1, 32)));
  },
  function repeat(random, bytes) {
    const from = random.below(bytes.length + 1);
    const chunk = bytes.subarray(from, from + random.between(1, 512));
    const times = random.between(1, random.oneIn(10) ? 1000 : 10);
    const copies = Array.from({ length: times }, () => chunk);
    return join(bytes.subarray(0, from), ...copies, bytes.subarray(from)).slice(0, mostBytes);
  },
  function splice(random, bytes, other) {
    return join(
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    );
  },
  function splicePart(random, bytes, other) {
    const from = random.below(other.length + 1);
    const part = other.subarray(from, from + random.pick(sizes));
    const place = random.below(bytes.length + 1);
    return join(bytes.subarray(0, place), part, bytes.subarray(place + part.length));
  },
  function claimLength(random, bytes) {
    const changed = bytes.slice();
    const view = new DataView(changed.buffer, changed.byteOffset, changed.byteLength);
    const width = random.pick([1, 2, 4]);
    if (changed.length < width) return changed;
    const within = random.oneIn(2) ? Math.min(changed.length, 64) : changed.length;
    const place = random.below(Math.max(1, within - width + 1));
    const value = random.pick(lengths);
    const little = random.oneIn(2);
    if (width === 1) view.setUint8(place, value & 0xff);
    else if (width === 2) view.setUint16(place, value & 0xffff, little);
    else view.setUint32(place, value, little);
    return changed;
  },
  function fill(random, bytes) {
    const from = random.below(bytes.length + 1);
    return bytes.slice().fill(random.pick([0, 0xff, 0x20, 0x80]), from, from + random.between(1, 64));
  },
  (random) => random.bytes(random.below(300)),
  () => new Uint8Array(),
];

/** The bytes of a file that was damaged, or made to do damage. `other`: a second file, to be spliced with. */
export function mutateBytes(random: FuzzRandom, bytes: Uint8Array, other: Uint8Array = bytes): Uint8Array {
  let changed: Uint8Array = new Uint8Array(bytes);
  const times = random.pick([1, 1, 1, 2, 2, 3, 6]);
  for (let time = 0; time < times; time++) changed = random.pick(mutations)(random, changed, other);
  return changed;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
