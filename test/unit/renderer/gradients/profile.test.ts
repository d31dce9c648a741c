import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { findTemplate, templates } from '../../../../src/network/templates/templates';
import { carriedBy } from '../../../../src/renderer/gradients/edgeGradient';
import { slopePerTenLayers, slopeText } from '../../../../src/renderer/gradients/flow/profileSlope';
import { trailSamples } from '../../../../src/renderer/gradients/flow/profileTrail';
import { profileWays } from '../../../../src/renderer/gradients/flow/profileWays';
import { sampleAfterKey } from '../../../../src/renderer/gradients/flow/scrubberKeys';

function layersOf(document: NetworkDocument) {
  const { order, nodes } = analyse(document);
  return order.map((id, index) => ({ id, label: id, index, depth: nodes.get(id)?.depth ?? null }));
}

describe.each(templates.map((template) => [template.id, template] as const))(
  'the profile of %s',
  (_, template) => {
    const document = template.create();
    const layers = layersOf(document);
    const { main, beside } = profileWays(document, layers);

    it('joins every layer to a line, and each line beside the main one at both its ends', () => {
      const along = new Set([...main, ...beside.flatMap((way) => way.layers)]);
      expect(layers.filter((_layer, place) => !along.has(place)).map(({ id }) => id)).toEqual([]);
      expect(main).toEqual([...main].toSorted((left, right) => left - right));
      for (const { layers: line } of beside) expect(line.length).toBeGreaterThan(1);
    });

    it('shows on each connection a gradient that is exact wherever telemetry has it', () => {
      const carried = carriedBy(document);
      for (const edge of document.edges) {
        const siblings = document.edges.filter(({ from }) => from === edge.from).length;
        const target = document.nodes.find(({ id }) => id === edge.to)?.kind;
        expect(carried.get(edge)).toBe(target === 'add' ? 'sum' : siblings === 1 ? 'whole' : 'arriving');
      }
    });
  },
);

describe('the profile', () => {
  const waysOf = (id: string) => {
    const document = findTemplate(id)?.create();
    if (document === undefined) throw new Error(`There is no template ${id}.`);
    return profileWays(document, layersOf(document)).beside.map(({ kind }) => kind);
  };

  it('tells branches from shortcuts with layers of their own, and has neither in a plain network', () => {
    expect(waysOf('lenet-5')).toEqual([]);
    expect(new Set(waysOf('resnet-18'))).toEqual(new Set(['branch', 'shortcut']));
  });

  it('draws a trail of at most eight steps before the shown one, from the first, the same while a run goes on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (shown) => {
        const trail = trailSamples(shown);
        expect(trail.length).toBeLessThanOrEqual(8);
        expect(trail.length > 0).toBe(shown > 0);
        if (shown > 0) expect(trail[0]).toBe(0);
        expect(trail.every((sample) => sample < shown)).toBe(true);
        const later = new Set(trailSamples(shown + 1));
        expect(trail.filter((sample) => later.has(sample)).length).toBeGreaterThanOrEqual(
          Math.floor(trail.length / 2),
        );
      }),
    );
  });

  it('tells the slope towards the input, in decades for ten layers', () => {
    const layers = Array.from({ length: 12 }, (_, index) => ({
      ...{ id: `l${index}`, label: `l${index}`, index },
      depth: index % 2 === 0 ? index / 2 + 1 : null,
    }));
    const values = layers.map(({ depth }) => (depth === null ? 99 : -6 + 0.25 * depth));
    const slope = slopePerTenLayers(layers, values) ?? Number.NaN;
    expect(slope).toBeCloseTo(-2.5);
    expect(slopeText(slope)).toBe('−2.50 decades per 10 layers');
    expect(
      slopePerTenLayers(
        layers,
        layers.map(() => Number.NEGATIVE_INFINITY),
      ),
    ).toBeNull();
    expect(slopePerTenLayers(layers.slice(0, 3), values)).toBeNull();
  });
});

it('keys of the scrubber go by measured steps, and stop at the ends', () => {
  const after = (key: string, sample: number, shiftKey = false) =>
    sampleAfterKey({ key, shiftKey }, sample, 200);
  expect(after('ArrowRight', 5)).toBe(6);
  expect(after('ArrowLeft', 5, true)).toBe(0);
  expect(after('PageUp', 5)).toBe(25);
  expect(after('Home', 150)).toBe(0);
  expect(after('End', 3)).toBe(199);
  expect(after('a', 3)).toBeNull();
});
