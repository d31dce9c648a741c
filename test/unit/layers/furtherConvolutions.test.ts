import { describe, expect, it } from 'vitest';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { layerKind } from '../../../src/network/layers/registry';
import { elementCount, type Shape } from '../../../src/network/layers/shape';
import { settled, shapeOf } from './layerShape';

describe('depthwise, separable and transposed convolutions', () => {
  /** Parameters and multiply-adds of the layer on this input. */
  function costOf(kind: string, settings: LayerConfig, input: Shape): readonly [number, number] {
    const [config, layer] = [settled(kind, settings), layerKind(kind)];
    const output = layer.outputShape([input], config);
    const parameters = layer
      .weights([input], config)
      .reduce((sum, { shape }) => sum + elementCount(shape), 0);
    return [parameters, 'shape' in output ? layer.macs([input], output.shape, config) : Number.NaN];
  }

  // Howard et al. 2017, table 1: the first depthwise layer of MobileNet, and the 1×1 convolution behind it.
  it('cost what MobileNet’s first block does', () => {
    const depthwise = costOf('depthwiseConv2d', { useBias: false }, [112, 112, 32]);
    const pointwise = costOf('conv2d', { filters: 64, kernelSize: [1, 1], useBias: false }, [112, 112, 32]);
    expect(depthwise).toEqual([288, 3_612_672]);
    expect(pointwise).toEqual([2048, 25_690_112]);
    expect(costOf('separableConv2d', { filters: 64, useBias: false }, [112, 112, 32])).toEqual([
      288 + 2048,
      3_612_672 + 25_690_112,
    ]);
  });

  it('multiply channels', () => {
    expect(shapeOf('depthwiseConv2d', { depthMultiplier: 3, strides: [2, 2] }, [9, 8, 4])).toEqual([
      5, 4, 12,
    ]);
    expect(shapeOf('separableConv2d', { depthMultiplier: 3, padding: 'valid' }, [9, 8, 4])).toEqual([
      7, 6, 16,
    ]);
  });

  // Keras: stride · input for same; for valid, max(kernel − stride, 0) more.
  it.each<[LayerConfig, Shape]>([
    [{}, [14, 14, 16]],
    [{ kernelSize: [5, 3], padding: 'valid' }, [17, 15, 16]],
    [{ kernelSize: [2, 2], strides: [3, 3], padding: 'valid' }, [21, 21, 16]],
    [{ kernelSize: [4, 4], strides: [1, 1], padding: 'valid' }, [10, 10, 16]],
  ])('transposed, %j', (settings, expected) => {
    expect(shapeOf('convTranspose2d', settings, [7, 7, 8])).toEqual(expected);
  });

  it.each([
    ['depthwiseConv2d', { depthMultiplier: 2 }, [{ fanIn: 9, fanOut: 18 }]],
    [
      'separableConv2d',
      { depthMultiplier: 2 },
      [
        { fanIn: 9, fanOut: 18 },
        { fanIn: 16, fanOut: 16 },
      ],
    ],
    ['convTranspose2d', { kernelSize: [4, 4], filters: 6 }, [{ fanIn: 32, fanOut: 96 }]],
  ])('%s counts what an output sees and what an input reaches', (kind, settings, fans) => {
    const weights = layerKind(kind).weights([[8, 8, 8]], settled(kind, settings));
    expect(weights.flatMap((weight) => weight.fans ?? [])).toEqual(fans);
  });
});
