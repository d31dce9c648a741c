import { defaultTrainingSettings } from '../graph/trainingSettings';
import { chain } from './chain';
import type { Template } from './template';

/**
 * LeNet-5 as it is taught today: full connections in the second convolution, max pooling, ReLU and softmax
 * in place of the paper's sparse table, trainable subsampling, tanh and radial basis outputs. Same padding
 * on conv1 takes MNIST's 28×28 where the paper padded to 32×32. 61,706 parameters, 416,520 multiply-adds.
 */
export const lenet5: Template = {
  id: 'lenet-5',
  name: 'LeNet-5',
  year: 1998,
  paper:
    'LeCun, Bottou, Bengio and Haffner: Gradient-Based Learning Applied to Document Recognition. Proceedings of the IEEE 86(11), 1998',
  idea: 'Convolution and pooling in turn, then dense layers: small shared filters find strokes wherever they are, and reading digits is learned from pixels alone.',
  create: () => ({
    name: 'LeNet-5',
    ...chain([
      [
        { id: 'input', kind: 'input', config: { height: 28, width: 28, channels: 1 } },
        { id: 'conv1', kind: 'conv2d', config: { filters: 6, kernelSize: [5, 5], padding: 'same' } },
        { id: 'relu1', kind: 'relu' },
        { id: 'pool1', kind: 'maxPool2d', config: { poolSize: [2, 2], strides: [2, 2] } },
      ],
      [
        { id: 'conv2', kind: 'conv2d', config: { filters: 16, kernelSize: [5, 5], padding: 'valid' } },
        { id: 'relu2', kind: 'relu' },
        { id: 'pool2', kind: 'maxPool2d', config: { poolSize: [2, 2], strides: [2, 2] } },
        { id: 'flatten', kind: 'flatten' },
      ],
      [
        { id: 'fc1', kind: 'dense', config: { units: 120 } },
        { id: 'relu3', kind: 'relu' },
        { id: 'fc2', kind: 'dense', config: { units: 84 } },
        { id: 'relu4', kind: 'relu' },
        { id: 'fc3', kind: 'dense', config: { units: 10 } },
        { id: 'output', kind: 'output', config: { loss: 'softmaxCrossEntropy' } },
      ],
    ]),
    training: defaultTrainingSettings,
  }),
};
