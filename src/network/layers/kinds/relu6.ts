import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** min(max(x, 0), 6), value by value; any shape (Krizhevsky 2010, "Convolutional deep belief networks on CIFAR-10"). */
export const relu6 = defineLayer({
  kind: 'relu6',
  label: 'ReLU6',
  category: 'activation',
  rank: 5,
  glyph: 'relusix',
  stem: 'relusix',
  summary:
    'A ReLU that lets no value exceed 6, as MobileNet uses it: small whole numbers are enough to store such values.',
  inputs: 'one',
  suits: 'he',
  fields: {},

  title: () => 'ReLU6',
  outputShape: (inputs) => keepsShape('ReLU6', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.relu6(only(inputs)),
  pytorch: () => pytorchValueWise('nn.ReLU6'),
  keras: () => kerasOnly('ReLU', { max_value: 6 }),
});
