import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { silhouette } from '../../../../src/renderer/gallery/art/silhouette';
import { drawSlabs } from '../../../../src/renderer/gallery/art/slabDrawing';
import { mainPath } from '../../../../src/renderer/gallery/mainPath';
import { residualNetwork } from '../../../parity/cases/residualNetwork';
import { chainOf, network } from '../../analysis/networks';

function picture(document: NetworkDocument) {
  const analysis = analyse(document);
  return silhouette(mainPath(document, analysis), analysis);
}

describe('silhouette', () => {
  it('shows the maps of convolutions, pooling and dense layers in the order of data', () => {
    const { slabs } = picture(
      chainOf([
        ['input', 'input', { height: 28, width: 28, channels: 1 }],
        ['conv', 'conv2d', { filters: 6 }],
        ['relu', 'relu'],
        ['pool', 'maxPool2d'],
        ['flatten', 'flatten'],
        ['fc', 'dense', { units: 10 }],
        ['output', 'output'],
      ]),
    );
    expect(slabs.map(({ tone, extent, channels }) => [tone, extent, channels])).toEqual([
      ['convolution', 28, 6],
      ['pooling', 14, 6],
      ['dense', 1, 10],
    ]);
  });

  it('leads an arc around what a shortcut goes around, projected or not', () => {
    const { slabs, arcs, skips } = picture(residualNetwork('relu'));
    // The stem and two convolutions for each sum; the projection is on the shortcut and no slab.
    expect(slabs.map(({ channels }) => channels)).toEqual([8, 8, 8, 16, 16, 16, 10]);
    expect(arcs).toEqual([
      { first: 1, last: 2, through: null },
      { first: 3, last: 4, through: 'convolution' },
    ]);
    expect(skips).toBe(2);
  });

  it('shows branches that are joined as one block', () => {
    const document = network(
      [
        ['input', 'input', { height: 8, width: 8, channels: 3 }],
        ['stem', 'conv2d', { filters: 4 }],
        ['narrow', 'conv2d', { filters: 5, kernelSize: [1, 1] }],
        ['reduce', 'conv2d', { filters: 2, kernelSize: [1, 1] }],
        ['wide', 'conv2d', { filters: 6 }],
        ['pool', 'maxPool2d', { poolSize: [3, 3], strides: [1, 1], padding: 'same' }],
        ['joined', 'concat'],
        ['flatten', 'flatten'],
        ['fc', 'dense'],
        ['output', 'output'],
      ],
      [
        ...['input→stem', 'stem→narrow', 'stem→reduce', 'reduce→wide', 'stem→pool'],
        ...['narrow→joined', 'wide→joined', 'pool→joined'],
        ...['joined→flatten', 'flatten→fc', 'fc→output'],
      ],
    );
    expect(picture(document).slabs.map(({ tone, channels }) => [tone, channels])).toEqual([
      ['convolution', 4],
      ['block', 15],
      ['dense', 10],
    ]);
  });

  it('has nothing to show of an empty network', () => {
    expect(picture(chainOf([]))).toEqual({ slabs: [], arcs: [], skips: 0 });
  });
});

describe('drawSlabs', () => {
  it('keeps hundreds of slabs within the frame, each with some width', () => {
    const slabs = Array.from({ length: 400 }, (_, index) => ({
      tone: 'convolution' as const,
      extent: index < 200 ? 32 : 16,
      channels: 16,
    }));
    const { runs } = drawSlabs({ slabs, arcs: [], skips: 0 }, { width: 222, height: 104, stretch: 2.6 });
    const fronts = runs.flatMap((run) => [...run.fronts.matchAll(/M(-?[\d.]+) [\d.]+h(-?[\d.]+)/g)]);
    expect(fronts).toHaveLength(400);
    for (const [, x, width] of fronts) {
      expect(Number(width)).toBeGreaterThan(0);
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(222);
    }
  });

  it('makes larger maps higher, and more channels wider', () => {
    const slabs = [
      { tone: 'convolution', extent: 32, channels: 16 },
      { tone: 'convolution', extent: 8, channels: 64 },
    ] as const;
    const { runs } = drawSlabs({ slabs, arcs: [], skips: 0 }, { width: 222, height: 104, stretch: 2.6 });
    const [first, second] = [...(runs[0]?.fronts ?? '').matchAll(/M\S+ ([\d.]+)h([\d.]+)/g)];
    expect(Number(first?.[1])).toBeLessThan(Number(second?.[1]));
    expect(Number(first?.[2])).toBeLessThan(Number(second?.[2]));
  });
});
