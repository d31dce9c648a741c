import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layerKinds } from '../../../../src/network/layers/registry';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { layerTags } from '../../../../src/renderer/canvas/layerTags';
import {
  formatCount,
  formatCounted,
  formatInteger,
  formatSigned,
  quantity,
} from '../../../../src/renderer/format/numbers';
import { parseDecimal, parseInteger } from '../../../../src/renderer/inspector/parseNumber';
import { paletteSections } from '../../../../src/renderer/palette/paletteSections';

const limits = { label: 'Filters', min: 1, max: 65_536 };

test('every whole number within the limits is read as written, with or without separators', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 65_536 }), (value) => {
      expect(parseInteger(String(value), limits)).toEqual({ value });
      expect(parseInteger(` ${formatInteger(value)} `, limits)).toEqual({ value });
    }),
  );
});

test.each(['', ' ', '0', '65537', '1.5', '12x', '1e3', 'NaN', '-3', '٣'])(
  'refuses %j with the limits in the sentence',
  (text) => {
    expect(parseInteger(text, limits)).toEqual({
      problem: 'Filters must be a whole number from 1 to 65,536.',
    });
  },
);

test.each([
  ['0.5', 0.5],
  ['1e-5', 1e-5],
  ['−0.25', -0.25],
  [' 1 ', 1],
])('reads the decimal %j', (text, value) => {
  expect(parseDecimal(text, { label: 'Rate', min: -1, max: 1 })).toEqual({ value });
});

test.each(['', '2', 'Infinity', 'abc', '0.5.1'])('refuses the decimal %j', (text) => {
  expect(parseDecimal(text, { label: 'Rate', min: -1, max: 1 })).toEqual({
    problem: 'Rate must be a number from -1 to 1.',
  });
});

test.each([
  [0, '0'],
  [704, '704'],
  [999, '999'],
  [2416, '2.42K'],
  [48_120, '48.1K'],
  [416_520, '417K'],
  [999_999, '1.00M'],
  [11_160_000, '11.2M'],
  [15_470_264_320, '15.5G'],
])('%d is %s on a card', (value, text) => {
  expect(formatCount(value)).toBe(text);
});

test('quantities keep three digits and never show four before the point', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (value) => {
      expect(quantity(value).digits.replace('.', '').length).toBeLessThanOrEqual(value < 999.5e12 ? 3 : 4);
    }),
  );
});

test('signs and plurals are set properly', () => {
  expect(formatSigned(-1.618, 1)).toBe('−1.6');
  expect(formatCounted(1, 'layer')).toBe('1 layer');
  expect(formatCounted(14, 'layer')).toBe('14 layers');
});

describe('palette', () => {
  test('holds every kind once', () => {
    const shown = paletteSections(layerKinds, '').flatMap(({ kinds }) => kinds);
    expect(shown).toHaveLength(layerKinds.length);
    expect(new Set(shown)).toEqual(new Set(layerKinds));
  });

  test.each(layerKinds.map((kind) => [kind.label, kind] as const))('finds %s by its name', (label, kind) => {
    const found = paletteSections(layerKinds, label.toUpperCase()).flatMap(({ kinds }) => kinds);
    expect(found).toContain(kind);
  });

  test('shortcuts are single letters and belong to one kind each', () => {
    const shortcuts = layerKinds.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    for (const shortcut of shortcuts) expect(shortcut).toMatch(/^[a-z]$/);
  });
});

test('tags name the dataset, the padding and a stride that shrinks', () => {
  const { nodes, training } = lenet5.create();
  const tags = Object.fromEntries(
    nodes.map((node) => {
      const kind = layerKinds.find((candidate) => candidate.kind === node.kind);
      return [node.id, kind === undefined ? [] : layerTags(node, kind, training, false)];
    }),
  );
  expect(tags).toMatchObject({
    input: ['MNIST'],
    conv1: ['Same'],
    conv2: ['Valid'],
    pool1: ['/2'],
    relu1: [],
    output: ['Accuracy'],
  });
});

test('the tag of an auxiliary head is the weight of its loss, which says of what it is', () => {
  const { nodes, training } = lenet5.create();
  const output = nodes.find(({ kind }) => kind === 'output');
  const kind = layerKinds.find((candidate) => candidate.kind === 'output');
  if (output === undefined || kind === undefined) throw new Error('LeNet-5 has no output.');
  const head = { ...output, config: { ...output.config, lossWeight: 0.3 } };
  expect(layerTags(head, kind, training, false)).toEqual(['Loss ×0.3']);
});
