import type { LayerConfig } from '../../../src/network/layers/fields';
import type { LayerLine } from './buildNetwork';

const classes = 5;
const input: LayerLine = { id: 'input', kind: 'input', config: { height: 6, width: 5, channels: 2 } };
const small: LayerConfig = { filters: 3, kernelSize: [3, 3] };

/** Small networks whose every gradient is compared; between them they hold each way in which layers can meet. */
export const networks: Readonly<Record<string, readonly LayerLine[]>> = {
  'a plain chain': [
    input,
    { id: 'pad', kind: 'zeroPad2d', config: { padding: [1, 1, 0, 2] } },
    { id: 'conv', kind: 'conv2d', config: { ...small, padding: 'valid' } },
    { id: 'relu', kind: 'relu' },
    { id: 'pool', kind: 'maxPool2d', config: { poolSize: [2, 2], strides: [2, 2] } },
    { id: 'flatten', kind: 'flatten' },
    { id: 'fc1', kind: 'dense', config: { units: 6 } },
    { id: 'tanh', kind: 'tanh' },
    { id: 'fc2', kind: 'dense', config: { units: classes } },
    { id: 'output', kind: 'output' },
  ],
  'residual blocks with batch norm': [
    input,
    { id: 'stem', kind: 'conv2d', config: { ...small, useBias: false } },
    { id: 'bn1', kind: 'batchNorm' },
    { id: 'relu1', kind: 'relu' },
    { id: 'conv1', kind: 'conv2d', config: small },
    { id: 'bn2', kind: 'batchNorm', config: { momentum: 0.5 } },
    { id: 'sum', kind: 'add', from: ['bn2', 'relu1'] },
    { id: 'relu2', kind: 'relu' },
    { id: 'conv2', kind: 'conv2d', config: { ...small, strides: [2, 2] } },
    {
      id: 'shortcut',
      kind: 'conv2d',
      config: { ...small, kernelSize: [1, 1], strides: [2, 2] },
      from: ['relu2'],
    },
    { id: 'sum2', kind: 'add', from: ['conv2', 'shortcut'] },
    { id: 'global', kind: 'globalAveragePool2d' },
    { id: 'fc', kind: 'dense', config: { units: classes } },
    { id: 'output', kind: 'output' },
  ],
  'branches that are joined, and layers that lead nowhere': [
    input,
    { id: 'one', kind: 'conv2d', config: { ...small, kernelSize: [1, 1] }, from: ['input'] },
    { id: 'three', kind: 'conv2d', config: { ...small, dilations: [2, 2] }, from: ['input'] },
    { id: 'average', kind: 'averagePool2d', config: window('same'), from: ['input'] },
    { id: 'join', kind: 'concat', from: ['one', 'three', 'average'] },
    { id: 'leaky', kind: 'leakyRelu', config: { slope: 0.1 } },
    { id: 'twice', kind: 'add', from: ['leaky', 'leaky'] },
    { id: 'grouped', kind: 'conv2d', config: { filters: 4, kernelSize: [3, 3], groups: 2 } },
    { id: 'sigmoid', kind: 'sigmoid' },
    { id: 'nowhere', kind: 'conv2d', config: small, from: ['leaky'] },
    { id: 'flatten', kind: 'flatten', from: ['sigmoid'] },
    { id: 'bn', kind: 'batchNorm' },
    { id: 'fc', kind: 'dense', config: { units: classes, useBias: false } },
    { id: 'softmax', kind: 'softmax' },
    { id: 'output', kind: 'output', config: { loss: 'crossEntropyOfProbabilities' } },
  ],
  'an auxiliary head with batch norm and a loss of its own': [
    input,
    { id: 'stem', kind: 'conv2d', config: { ...small, useBias: false } },
    { id: 'tanh', kind: 'tanh' },
    { id: 'bn', kind: 'batchNorm' },
    { id: 'conv', kind: 'conv2d', config: { ...small, strides: [2, 2] } },
    { id: 'global', kind: 'globalAveragePool2d' },
    { id: 'fc', kind: 'dense', config: { units: classes } },
    { id: 'output', kind: 'output' },
    { id: 'headConv', kind: 'conv2d', config: { ...small, kernelSize: [1, 1] }, from: ['tanh'] },
    { id: 'headBn', kind: 'batchNorm', config: { momentum: 0.5 } },
    { id: 'headFlatten', kind: 'flatten' },
    { id: 'headFc', kind: 'dense', config: { units: classes } },
    { id: 'head', kind: 'output', config: { loss: 'meanSquaredError', lossWeight: 0.3 } },
  ],
  'a single dense layer with squared error': [
    input,
    { id: 'flatten', kind: 'flatten' },
    { id: 'fc', kind: 'dense', config: { units: classes } },
    { id: 'output', kind: 'output', config: { loss: 'meanSquaredError' } },
  ],
};

function window(padding: string): LayerConfig {
  return { poolSize: [3, 3], strides: [1, 1], padding };
}
