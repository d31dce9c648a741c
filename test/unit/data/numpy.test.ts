import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { openArrays } from '../../../src/engine/data/arrays';
import { readNumpyArray } from '../../../src/engine/data/numpyArray';
import { recogniseDataset } from '../../../src/engine/data/recognise';
import { datasetReferenceSchema } from '../../../src/network/datasets/datasetReference';
import { numpyBytes } from './numpyBytes';

/** How NumPy stores a number of each type. */
const types: readonly (readonly [string, number, (view: DataView, place: number, value: number) => void])[] =
  [
    ['|u1', 1, (view, place, value) => view.setUint8(place, value)],
    ['|i1', 1, (view, place, value) => view.setInt8(place, value)],
    ['|b1', 1, (view, place, value) => view.setUint8(place, value)],
    ['<u2', 2, (view, place, value) => view.setUint16(place, value, true)],
    ['>u2', 2, (view, place, value) => view.setUint16(place, value)],
    ['<i2', 2, (view, place, value) => view.setInt16(place, value, true)],
    ['<i4', 4, (view, place, value) => view.setInt32(place, value, true)],
    ['>i4', 4, (view, place, value) => view.setInt32(place, value)],
    ['<u4', 4, (view, place, value) => view.setUint32(place, value, true)],
    ['<i8', 8, (view, place, value) => view.setBigInt64(place, BigInt(value), true)],
    ['<u8', 8, (view, place, value) => view.setBigUint64(place, BigInt(value), true)],
    ['<f4', 4, (view, place, value) => view.setFloat32(place, value, true)],
    ['>f4', 4, (view, place, value) => view.setFloat32(place, value)],
    ['<f8', 8, (view, place, value) => view.setFloat64(place, value, true)],
    ['>f8', 8, (view, place, value) => view.setFloat64(place, value)],
  ];

function stored(type: string, values: readonly number[]): Uint8Array {
  const [, size = 1, write = () => {}] = types.find(([name]) => name === type) ?? [];
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (const [index, value] of values.entries()) write(view, index * size, value);
  return new Uint8Array(view.buffer);
}

function read(bytes: Uint8Array) {
  const array = readNumpyArray(bytes);
  if ('fault' in array) throw new Error(array.fault);
  return array;
}

describe('a NumPy array', () => {
  test.each(types.map(([type]) => type))('of %s keeps its numbers', (type) => {
    const values = [0, 1, 1, 0, 100, 7];
    const array = read(numpyBytes(type, [2, 3], stored(type, values)));
    expect(array.shape).toEqual([2, 3]);
    expect([...array.values]).toEqual(values);
    expect(array.values).toBeInstanceOf(type === '|u1' ? Uint8Array : Float32Array);
  });

  test('of half floats keeps its numbers', () => {
    const halves = [0x3c00, 0xc000, 0x3800, 0x7bff, 0x0001, 0x0000];
    const bytes = new Uint8Array(Uint16Array.from(halves).buffer);
    expect([...read(numpyBytes('<f2', [6], bytes)).values]).toEqual([1, -2, 0.5, 65504, 2 ** -24, 0]);
  });

  test('in Fortran order is the transposed one in C order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (rows, columns) => {
        const values = Uint8Array.from({ length: rows * columns }, (_, place) => place);
        const array = read(numpyBytes('|u1', [rows, columns], values, true));
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++)
            expect(array.values[row * columns + column]).toBe(values[column * rows + row]);
      }),
    );
  });

  const withShape = (shape: string) =>
    Buffer.from(
      Buffer.from(numpyBytes('|u1', [4], new Uint8Array(4)))
        .toString('latin1')
        .replace(/\(4,\)\s*?(?=, })/, shape),
      'latin1',
    );
  const whole = numpyBytes('<f4', [2, 2], stored('<f4', [1, 2, 3, 4]));
  test.each<[string, Uint8Array, RegExp]>([
    ['empty', new Uint8Array(), /is not a NumPy array/],
    ['foreign', Buffer.from('<!doctype html>'), /is not a NumPy array/],
    ['cut off', whole.subarray(0, -1), /is cut off/],
    ['of extents that are no numbers', withShape('(9 9,)'), /has a header that NumPy does not write/],
    ['of more values than can be counted', withShape(`(${'9'.repeat(40)},)`), /has a header that NumPy/],
    ['cut off in its header', whole.subarray(0, 20), /ends within its header/],
    ['too long', Buffer.concat([whole, whole]), /goes on after its end/],
    ['of objects', numpyBytes('|O', [1], new Uint8Array(8)), /does not hold plain numbers/],
    ['of complex numbers', numpyBytes('<c8', [1], new Uint8Array(8)), /dtype "c8"/],
    [
      'of impossible size',
      numpyBytes('|u1', [99999999, 99999999, 99999999], new Uint8Array(8)),
      /is cut off/,
    ],
  ])('that is %s gives a sentence', (_, bytes, fault) => {
    expect(readNumpyArray(bytes)).toEqual({ fault: expect.stringMatching(fault) });
  });

  test('never throws, whatever is changed in it', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (place, byte) => {
        readNumpyArray(Uint8Array.from(whole).with(place, byte));
      }),
    );
  });
});

describe('a dataset of arrays', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'layerwise-numpy-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const labels = Array.from({ length: 20 }, (_, image) => image % 4);
  const images = (shape: readonly number[]) =>
    numpyBytes(
      '|u1',
      shape,
      Uint8Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, place) => place % 251),
    );
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  test('is recognised in an archive, described in full, and read as described', async () => {
    const path = file(
      'data.npz',
      zipSync({
        'x_train.npy': images([20, 6, 5, 3]),
        'y_train.npy': numpyBytes('<i8', [20], stored('<i8', labels)),
        'x_test.npy': images([8, 6, 5, 3]),
        'y_test.npy': numpyBytes('<i8', [8, 1], stored('<i8', labels.slice(0, 8))),
      }),
    );
    const reference = await recogniseDataset(path);
    expect(datasetReferenceSchema.parse(reference)).toEqual(reference);
    expect(reference).toMatchObject({
      type: 'arrays',
      height: 6,
      width: 5,
      channels: 3,
      classes: 4,
      trainingImages: 20,
      testImages: 8,
    });
  });

  test('is recognised in a pair of files, and a fifth of each class is kept for testing', async () => {
    const path = file('images.npy', images([20, 6, 5]));
    const oneHot = labels.flatMap((label) => [0, 1, 2, 3].map((place) => Number(place === label)));
    file('labels.npy', numpyBytes('<f4', [20, 4], stored('<f4', oneHot)));
    const reference = await recogniseDataset(path);
    expect(reference).toMatchObject({
      type: 'arrays',
      channels: 1,
      classes: 4,
      trainingImages: 16,
      testImages: 4,
    });
  });

  test('with channels first is put in order', async () => {
    const path = file(
      'first.npz',
      zipSync({
        'images.npy': images([20, 3, 6, 5]),
        'labels.npy': numpyBytes('|u1', [20], Uint8Array.from(labels)),
      }),
    );
    const { dataset } = await openArrays({ path, testShare: 0.2, splitSeed: 1 });
    expect(dataset.facts.imageShape).toEqual([6, 5, 3]);
    // The first image of class 0 that is trained on is one of numbers 0, 4, 8, 12 and 16.
    const pixels = dataset.training.pixels.subarray(0, 3);
    const image = [0, 4, 8, 12, 16].find((number) => (number * 90) % 251 === pixels[0]);
    expect([...pixels]).toEqual([0, 30, 60].map((place) => ((image ?? 0) * 90 + place) % 251));
  });

  test.each<[string, Record<string, Uint8Array>, RegExp]>([
    [
      'labels that are too few',
      { 'x.npy': images([20, 6, 5]), 'y.npy': numpyBytes('|u1', [3], Uint8Array.from([0, 1, 2])) },
      /has 3 labels for 20 images/,
    ],
    [
      'labels that are no classes',
      { 'x.npy': images([2, 6, 5]), 'y.npy': numpyBytes('<f4', [2], stored('<f4', [0.5, 1])) },
      /has the label 0.5/,
    ],
    [
      'images of no known shape',
      { 'x.npy': images([20]), 'y.npy': numpyBytes('|u1', [20], Uint8Array.from(labels)) },
      /has the shape 20; images have/,
    ],
    [
      'labels of a shape without values',
      { 'x.npy': images([20, 6, 5]), 'y.npy': numpyBytes('|u1', [2 ** 31, 0], new Uint8Array()) },
      /has the shape 2147483648×0; labels have/,
    ],
    [
      'one image of each class and no test set',
      { 'x.npy': images([2, 6, 5]), 'y.npy': numpyBytes('|u1', [2], Uint8Array.from([0, 1])) },
      /has no test images, and no class has two images/,
    ],
    ['other names', { 'a.npy': images([20, 6, 5]) }, /has the arrays a, but not images and labels/],
  ])('with %s gives a sentence', async (name, entries, message) => {
    const path = file(`${name}.npz`, zipSync(entries));
    const error: unknown = await recogniseDataset(path).catch((caught: unknown) => caught);
    if (!(error instanceof AdviceError)) throw new Error(`It was read: ${String(error)}`);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(path);
  });

  test('whose arrays claim too much memory together gives a sentence', async () => {
    const entries = { 'x.npy': images([20, 6, 5]), 'y.npy': images([20]), 'z.npy': images([20]) };
    const archive = zipSync(entries);
    const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
    // The uncompressed size stands 24 bytes behind the signature of each entry of the archive's directory.
    for (let place = 0; place + 28 <= archive.length; place++)
      if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, 2 ** 30, true);
    await expect(recogniseDataset(file('bomb.npz', archive))).rejects.toThrow(
      /^The arrays of .*bomb\.npz have more than 2 GiB\.$/,
    );
  });

  test('that is no archive gives a sentence', async () => {
    await expect(
      recogniseDataset(file('broken.npz', Buffer.from('PK\u0003\u0004 but nothing more'))),
    ).rejects.toThrow(/is not a whole \.npz archive/);
  });
});
