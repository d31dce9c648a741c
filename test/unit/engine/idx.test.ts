import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIdx } from '../../../src/engine/data/idx';

/** An IDX file of bytes. */
function idx(dimensions: readonly number[], values: readonly number[], type = 8): Uint8Array {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  header.writeUInt8(type, 2);
  header.writeUInt8(dimensions.length, 3);
  for (const [axis, extent] of dimensions.entries()) header.writeUInt32BE(extent, 4 + 4 * axis);
  return Buffer.concat([header, Buffer.from(values)]);
}

describe('an IDX file', () => {
  test('gives its values', () => {
    const file = idx([2, 3], [1, 2, 3, 4, 5, 255]);
    expect(readIdx(file, [2, 3])).toEqual({ values: Buffer.from([1, 2, 3, 4, 5, 255]) });
  });

  test.each([
    ['nothing', new Uint8Array(), /is not an IDX file/],
    ['another format', Buffer.from('\u001f\u008b\u0008 gzip', 'latin1'), /is not an IDX file/],
    ['other values than bytes', idx([2, 3], [1, 2, 3, 4, 5, 6], 13), /is not an IDX file/],
    ['other dimensions', idx([6], [1, 2, 3, 4, 5, 6]), /has 1 dimensions instead of 2/],
    ['other extents', idx([3, 2], [1, 2, 3, 4, 5, 6]), /holds 3×2 values instead of 2×3/],
    ['half a header', idx([2, 3], []).subarray(0, 9), /ends within its header/],
    ['too few values', idx([2, 3], [1, 2, 3]), /is cut off: 15 bytes instead of 18 bytes/],
    ['too many values', idx([2, 3], [1, 2, 3, 4, 5, 6, 7]), /goes on after its end/],
  ])('with %s is refused', (_, file, fault) => {
    expect(readIdx(file, [2, 3])).toEqual({ fault: expect.stringMatching(fault) });
  });

  test('that is cut off anywhere is refused', () => {
    const file = idx([2, 3], [1, 2, 3, 4, 5, 6]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => {
        expect(readIdx(file.subarray(0, length), [2, 3])).toHaveProperty('fault');
      }),
    );
  });
});
