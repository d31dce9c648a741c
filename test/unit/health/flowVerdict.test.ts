import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFlow } from '../../../src/network/health/flowSentence';
import { type DepthNorm, judgeFlow } from '../../../src/network/health/flowVerdict';

/** A network whose norms change by so many decades from one layer to the next, seen from the input. */
function profile(layers: number, firstLog10: number, slope: number, log10UpdateRatio = -3): DepthNorm[] {
  return Array.from({ length: layers }, (_, layer) => ({
    label: `layer${layer + 1}`,
    depth: layer + 1,
    log10Norm: firstLog10 + slope * layer,
    log10UpdateRatio,
  }));
}

function sentence(norms: readonly DepthNorm[]): string {
  const { before, stressed, after } = describeFlow(judgeFlow(norms));
  return before + stressed + after;
}

describe('judgeFlow', () => {
  it('never calls growing gradients exploding where the network is normalised, and vanishing ones all the same', () => {
    const growing = profile(20, 3, -0.2, -1);
    expect(judgeFlow(growing)).toMatchObject({ health: 'exploding', direction: 'grow' });
    expect(judgeFlow(growing, true)).toMatchObject({ health: 'healthy', direction: 'grow' });
    expect(judgeFlow(profile(20, -4, 0.16), true)).toMatchObject({ health: 'vanishing' });
  });

  it.each([
    [
      'deep and falling',
      profile(20, -4, 0.16),
      'vanishing',
      'shrink',
      'Gradients shrink 40× per 10 layers from layer20 to layer1',
    ],
    ['level', profile(20, -1, 0.005), 'healthy', 'keep', 'Gradients keep their size from layer20 to layer1'],
    ['shallow', profile(5, -3.2, 0.5), 'vanishing', 'shrink', 'Gradients shrink 100× from layer5 to layer1'],
    [
      'uneven but in the band',
      profile(5, -1.9, 0.4),
      'healthy',
      'shrink',
      'Gradients shrink 40× from layer5 to layer1',
    ],
    [
      'growing, updates out of proportion',
      profile(5, 2.5, -0.6, -1),
      'exploding',
      'grow',
      'Gradients grow 251× from layer5 to layer1',
    ],
    [
      'growing, updates in proportion (batch normalisation)',
      profile(5, 2.5, -0.6, -3),
      'healthy',
      'grow',
      'Gradients grow 251× from layer5 to layer1',
    ],
    [
      'small everywhere, as after learning',
      profile(5, -2.9, 0.02),
      'healthy',
      'keep',
      'Gradients keep their size from layer5 to layer1; all are small',
    ],
  ])('%s', (_name, norms, health, direction, words) => {
    expect(judgeFlow(norms)).toMatchObject({ type: 'trend', health, direction });
    expect(sentence(norms)).toBe(words);
  });

  it('tells where the gradient ends', () => {
    const norms = profile(6, -1, 0).map((norm, layer) =>
      layer < 3 ? { ...norm, log10Norm: Number.NEGATIVE_INFINITY } : norm,
    );
    expect(judgeFlow(norms)).toEqual({ type: 'cutOff', layer: 'layer3', layersBefore: 2 });
    expect(sentence(norms.slice(2))).toBe('No gradient reaches layer3: its norm is below 1e−38');
    expect(sentence(norms)).toBe(
      'No gradient reaches layer3 and the layers before it: their norms are below 1e−38',
    );
  });

  it('has nothing to compare in a network of one layer, and never throws', () => {
    expect(judgeFlow(profile(1, -1, 0))).toEqual({ type: 'tooShort' });
    expect(judgeFlow([])).toEqual({ type: 'tooShort' });
    const norm = fc.record({
      label: fc.string(),
      depth: fc.integer({ min: 0, max: 200 }),
      log10Norm: fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY)),
      log10UpdateRatio: fc.option(fc.double()),
    });
    fc.assert(fc.property(fc.array(norm, { maxLength: 30 }), (norms) => sentence(norms).length > 0));
  });

  it('does not depend on the order of the layers', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(profile(12, -3, 0.2), { minLength: 12 }),
        (shuffled) => sentence(shuffled) === sentence(profile(12, -3, 0.2)),
      ),
    );
  });
});
