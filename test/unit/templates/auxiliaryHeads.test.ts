import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { mainOutput, outputsOf } from '../../../src/network/graph/mainOutput';
import { findTemplate } from '../../../src/network/templates/templates';

describe.each([
  { id: 'googlenet', heads: '2', weights: [0.3, 0.3, 1] },
  { id: 'googlenet-bn', heads: '2', weights: [0.3, 0.3, 1] },
  { id: 'inception-v3', heads: '1', weights: [0.4, 1] },
])('$id with auxiliary heads', ({ id, heads, weights }) => {
  it.each([
    { input: 16, largeStem: false },
    { input: 31, largeStem: false },
    { input: 32, largeStem: true },
    { input: 64, largeStem: false },
    { input: 75, largeStem: true },
    { input: 299, largeStem: true },
  ])('has shapes throughout for images of $input', (size) => {
    const document = findTemplate(id)?.create({ ...size, heads, width: 0.0625, classes: 10 });
    const analysis = document && analyse(document);
    expect(analysis?.problems).toEqual([]);
    expect(mainOutput(document?.nodes ?? [])?.id).toBe('output');
    expect(outputsOf(document?.nodes ?? []).map(({ config }) => config['lossWeight'])).toEqual(weights);
  });
});
