import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { around, type Layer, network } from './networks';

const kernelOf = (document: Parameters<typeof analyse>[0], id: string) => {
  const kernel = analyse(document)
    .nodes.get(id)
    ?.weights.find(({ name }) => name === 'kernel');
  return [kernel?.initialiser, kernel?.initialiserReason];
};

describe('the initialiser that suits what follows', () => {
  it.each<[readonly string[], string, string]>([
    [['relu'], 'heNormal', 'He normal: ReLU follows'],
    [['leakyRelu'], 'heNormal', 'He normal: Leaky ReLU follows'],
    [['sigmoid'], 'glorotUniform', 'Glorot uniform: Sigmoid follows'],
    [['tanh', 'relu'], 'glorotUniform', 'Glorot uniform: Tanh follows'],
    [['batchNorm', 'maxPool2d', 'dropout', 'zeroPad2d', 'relu'], 'heNormal', 'He normal: ReLU follows'],
    [['conv2d', 'relu'], 'glorotUniform', 'Glorot uniform: no activation follows'],
  ])('of a convolution before %j is %s', (behind, type, reason) => {
    const layers = behind.map((kind, index): Layer => [`n${index}`, kind]);
    expect(kernelOf(around([['conv1', 'conv2d'], ...layers]), 'conv1')).toEqual([{ type }, reason]);
  });

  it('of the last dense layer is Glorot, and a person’s own choice stays', () => {
    expect(kernelOf(around([]), 'fc1')).toEqual([
      { type: 'glorotUniform' },
      'Glorot uniform: Output follows',
    ]);
    const chosen = around([], [['fc1', 'dense', { initialiser: 'lecunNormal' }]]);
    expect(kernelOf(chosen, 'fc1')).toEqual([{ type: 'lecunNormal' }, null]);
  });

  it('at a fork is that of the first way that leads to an activation', () => {
    const document = network(
      [
        ['input', 'input'],
        ['conv1', 'conv2d'],
        ['conv2', 'conv2d'],
        ['bn1', 'batchNorm'],
        ['relu1', 'relu'],
        ['tanh1', 'tanh'],
      ],
      ['input→conv1', 'conv1→conv2', 'conv1→bn1', 'bn1→relu1', 'conv1→tanh1'],
    );
    expect(kernelOf(document, 'conv1')).toEqual([{ type: 'heNormal' }, 'He normal: ReLU follows']);
  });

  it('of scales, shifts and biases is constant', () => {
    const weights = analyse(around([['bn1', 'batchNorm']])).nodes.get('bn1')?.weights;
    expect(
      weights?.map(({ name, initialiser, initialiserReason }) => [name, initialiser, initialiserReason]),
    ).toEqual([
      ['gamma', { type: 'constant', value: 1 }, null],
      ['beta', { type: 'constant', value: 0 }, null],
      ['movingMean', { type: 'constant', value: 0 }, null],
      ['movingVariance', { type: 'constant', value: 1 }, null],
    ]);
  });
});
