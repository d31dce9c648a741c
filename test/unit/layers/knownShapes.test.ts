import { describe, expect, it } from 'vitest';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { layerKind } from '../../../src/network/layers/registry';
import { elementCount, formatShape, type Shape } from '../../../src/network/layers/shape';
import { settled, shapeOf } from './layerShape';

const [image, alexNetImage] = [
  [28, 28, 1],
  [227, 227, 3],
] as const;

describe('convolutions', () => {
  it.each<[string, Shape, LayerConfig, Shape]>([
    ['same keeps the size', image, { padding: 'same', kernelSize: [5, 5] }, [28, 28, 16]],
    ['same with an even window', image, { padding: 'same', kernelSize: [2, 4] }, [28, 28, 16]],
    ['same rounds up at stride 2', [7, 8, 3], { padding: 'same', strides: [2, 2] }, [4, 4, 16]],
    ['valid', image, { padding: 'valid', kernelSize: [5, 5] }, [24, 24, 16]],
    ['valid at stride 2 drops the rest', [8, 7, 3], { padding: 'valid', strides: [2, 2] }, [3, 3, 16]],
    [
      'explicit',
      image,
      { padding: 'explicit', explicitPadding: [2, 2, 2, 2], kernelSize: [5, 5] },
      [28, 28, 16],
    ],
    [
      'explicit, unequal sides',
      [8, 8, 3],
      { padding: 'explicit', explicitPadding: [0, 1, 2, 3] },
      [7, 11, 16],
    ],
    ['unequal strides', [8, 8, 3], { padding: 'same', strides: [1, 4] }, [8, 2, 16]],
    ['dilation 2 makes 3×3 reach 5×5', image, { padding: 'valid', dilations: [2, 2] }, [24, 24, 16]],
    ['dilation, same', image, { padding: 'same', dilations: [3, 1] }, [28, 28, 16]],
    [
      'AlexNet conv1',
      alexNetImage,
      { padding: 'valid', kernelSize: [11, 11], strides: [4, 4], filters: 96 },
      [55, 55, 96],
    ],
    [
      'ResNet conv1',
      [224, 224, 3],
      {
        padding: 'explicit',
        explicitPadding: [3, 3, 3, 3],
        kernelSize: [7, 7],
        strides: [2, 2],
        filters: 64,
      },
      [112, 112, 64],
    ],
  ])('%s', (_name, input, settings, expected) => {
    expect(shapeOf('conv2d', settings, input)).toEqual(expected);
  });

  it.each<[string, Shape, LayerConfig, string]>([
    ['a vector', [120], {}, 'Conv2D needs an image (height×width×channels); got a vector of 120.'],
    [
      'groups that don’t divide the channels',
      [8, 8, 6],
      { groups: 4 },
      '4 groups must divide both 6 input channels and 16 filters.',
    ],
    [
      'groups that don’t divide the filters',
      [8, 8, 6],
      { groups: 3 },
      '3 groups must divide both 6 input channels and 16 filters.',
    ],
    [
      'a window larger than the image',
      [4, 4, 6],
      { padding: 'valid', kernelSize: [5, 5] },
      'Conv2D: the window (5×5) is larger than its 4×4 input.',
    ],
    [
      'a dilated window larger than the image',
      [4, 4, 6],
      { padding: 'valid', dilations: [2, 2] },
      'Conv2D: the window (3×3, dilated 2×2) is larger than its 4×4 input.',
    ],
    [
      'stride and dilation at once',
      [8, 8, 6],
      { strides: [2, 2], dilations: [2, 2] },
      'Conv2D has stride 2×2 and dilation 2×2: Keras refuses the two together, and TensorFlow trains them on some devices only.',
    ],
  ])('refuses %s', (_name, input, settings, message) => {
    expect(shapeOf('conv2d', settings, input)).toBe(message);
  });

  it('splits the kernel’s channels among groups (AlexNet conv2: 307,456 parameters)', () => {
    const config = settled('conv2d', { filters: 256, kernelSize: [5, 5], groups: 2 });
    const [kernel, bias] = layerKind('conv2d').weights([[27, 27, 96]], config);
    expect(kernel).toMatchObject({ shape: [5, 5, 48, 256], fans: { fanIn: 1200, fanOut: 6400 } });
    expect(elementCount(kernel?.shape ?? []) + elementCount(bias?.shape ?? [])).toBe(307_456);
    expect(layerKind('conv2d').macs([[27, 27, 96]], [27, 27, 256], config)).toBe(223_948_800);
  });
});

describe('pools', () => {
  it.each(['maxPool2d', 'averagePool2d'])('%s', (kind) => {
    expect(shapeOf(kind, {}, [28, 28, 6])).toEqual([14, 14, 6]);
    expect(shapeOf(kind, {}, [7, 7, 6])).toEqual([3, 3, 6]);
    expect(shapeOf(kind, { padding: 'same' }, [7, 7, 6])).toEqual([4, 4, 6]);
    expect(shapeOf(kind, { poolSize: [3, 3] }, [55, 55, 96])).toEqual([27, 27, 96]);
    expect(shapeOf(kind, { poolSize: [3, 3], padding: 'explicit' }, [112, 112, 64])).toEqual([56, 56, 64]);
    expect(shapeOf(kind, { poolSize: [1, 4], strides: [1, 4] }, [8, 8, 2])).toEqual([8, 2, 2]);
    expect(shapeOf(kind, {}, [1, 1, 6])).toContain('the window (2×2) is larger than its 1×1 input');
    expect(shapeOf(kind, {}, [84])).toContain('needs an image');
    expect(shapeOf(kind, { padding: 'explicit', explicitPadding: [2, 0, 0, 0] }, [8, 8, 2])).toContain(
      'each side must be smaller than the window',
    );
  });

  it('global average pooling leaves the channels', () => {
    expect(shapeOf('globalAveragePool2d', {}, [7, 5, 512])).toEqual([512]);
    expect(shapeOf('globalAveragePool2d', {}, [512])).toContain('needs an image');
  });
});

describe('the other kinds', () => {
  it.each<[string, LayerConfig, Shape[], Shape]>([
    ['input', { height: 32, width: 24, channels: 3 }, [], [32, 24, 3]],
    ['dense', { units: 120 }, [[400]], [120]],
    ['flatten', {}, [[5, 5, 16]], [400]],
    ['flatten', {}, [[84]], [84]],
    ['zeroPad2d', { padding: [1, 2, 3, 4] }, [[28, 28, 1]], [31, 35, 1]],
    ['batchNorm', {}, [[8, 8, 4]], [8, 8, 4]],
    ['batchNorm', {}, [[84]], [84]],
    [
      'add',
      {},
      [
        [8, 8, 4],
        [8, 8, 4],
        [8, 8, 4],
      ],
      [8, 8, 4],
    ],
    [
      'concat',
      {},
      [
        [8, 8, 4],
        [8, 8, 2],
        [8, 8, 1],
      ],
      [8, 8, 7],
    ],
    ['concat', {}, [[10], [5]], [15]],
    ['output', {}, [[10]], [10]],
  ])('%s %j of %j', (kind, settings, inputs, expected) => {
    expect(shapeOf(kind, settings, ...inputs)).toEqual(expected);
  });

  it.each<[string, LayerConfig, Shape[], string]>([
    ['dense', {}, [[5, 5, 16]], 'Dense needs a feature vector; got 5×5×16.'],
    ['output', {}, [[7, 7, 10]], 'Output needs a feature vector; got 7×7×10.'],
    ['output', {}, [[1]], 'Output needs at least 2 classes; got 1.'],
    ['output', { metric: 'top5Accuracy' }, [[5]], 'Top-5 accuracy of 5 classes is always 100 %.'],
    ['add', {}, [[8, 8, 4]], 'Add needs at least two inputs; got 1.'],
    ['concat', {}, [[8, 8, 4]], 'Concatenate needs at least two inputs; got 1.'],
    ['relu', {}, [], 'ReLU has no input.'],
  ])('%s %j refuses %j', (kind, settings, inputs, message) => {
    expect(shapeOf(kind, settings, ...inputs)).toBe(message);
  });

  it('sends an image in front of Dense through Flatten or pooling', () => {
    const result = layerKind('dense').outputShape([[5, 5, 16]], settled('dense', {}));
    expect(result).toMatchObject({
      problem: { advice: 'Put Flatten or global average pooling before it.' },
    });
  });

  it('gives batch norm two learned and two moving vectors, one value per channel', () => {
    const weights = layerKind('batchNorm').weights([[8, 8, 4]], settled('batchNorm', {}));
    expect(weights.map(({ name, shape, trainable }) => [name, formatShape(shape), trainable])).toEqual([
      ['gamma', '4', true],
      ['beta', '4', true],
      ['movingMean', '4', false],
      ['movingVariance', '4', false],
    ]);
  });
});

describe('LeNet-5 (LeCun et al. 1998, in its modern form)', () => {
  it.each<[string, string, LayerConfig, Shape, number, number]>([
    ['conv1', 'conv2d', { filters: 6, kernelSize: [5, 5], padding: 'same' }, [28, 28, 1], 156, 117_600],
    ['conv2', 'conv2d', { filters: 16, kernelSize: [5, 5], padding: 'valid' }, [14, 14, 6], 2_416, 240_000],
    ['fc1', 'dense', { units: 120 }, [400], 48_120, 48_000],
    ['fc2', 'dense', { units: 84 }, [120], 10_164, 10_080],
    ['fc3', 'dense', { units: 10 }, [84], 850, 840],
  ])('%s', (_name, id, settings, input, parameters, macs) => {
    const kind = layerKind(id);
    const config = settled(id, settings);
    const result = kind.outputShape([input], config);
    if ('problem' in result) throw new Error(result.problem.message);
    const counts = kind.weights([input], config).map(({ shape }) => elementCount(shape));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(parameters);
    expect(kind.macs([input], result.shape, config)).toBe(macs);
  });
});
