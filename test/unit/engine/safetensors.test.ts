import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortestFloat32 } from '../../../src/engine/runs/float32Text';
import { decodeSafetensors, encodeSafetensors } from '../../../src/engine/runs/safetensors';

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
const tensors = shapes.chain((shape) => {
  const count = shape.reduce((product, extent) => product * extent, 1);
  return fc.float32Array({ minLength: count, maxLength: count }).map((values) => ({ shape, values }));
});
const names = fc.string({ minLength: 1 }).filter((name) => name !== '__metadata__' && name !== '__proto__');

test('safetensors that were written are read back the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(names, tensors), { maxLength: 6 }),
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        fc.string(),
        { noNullPrototype: true },
      ),
      (entries, metadata) => {
        const written = new Map(entries);
        const read = decodeSafetensors(encodeSafetensors(written, metadata));
        expect(read.metadata).toEqual(metadata);
        expect([...read.tensors].sort(byName)).toEqual([...written].sort(byName));
      },
    ),
  );
});

test('values start at a multiple of eight bytes, as readers with memory maps want', () => {
  fc.assert(
    fc.property(names, tensors, (name, tensor) => {
      const file = Buffer.from(encodeSafetensors(new Map([[name, tensor]]), {}));
      expect(Number(file.readBigUInt64LE()) % 8).toBe(0);
    }),
  );
});

test('a file that is cut off is refused', () => {
  const file = encodeSafetensors(new Map([['w', { shape: [3], values: Float32Array.of(1, 2, 3) }]]), {});
  for (let length = 0; length < file.length; length++)
    expect(() => decodeSafetensors(file.subarray(0, length))).toThrow();
});

test('numbers are written as short as a 32-bit float allows, and read back the same', () => {
  expect(shortestFloat32(Math.fround(0.3))).toBe(0.3);
  expect(shortestFloat32(Math.fround(1.5e-30))).toBe(1.5e-30);
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      // −0 is written as 0.
      expect(Math.fround(shortestFloat32(value))).toBe(value + 0);
      expect(String(shortestFloat32(value)).length).toBeLessThanOrEqual(String(value).length);
    }),
  );
});

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
