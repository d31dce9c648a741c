import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** log(1 + eˣ), value by value; any shape (Dugas et al. 2001; as a smooth ReLU, Glorot, Bordes & Bengio 2011). */
export const softplus = defineLayer({
  kind: 'softplus',
  label: 'Softplus',
  category: 'activation',
  rank: 10,
  glyph: 'softplus',
  stem: 'softplus',
  summary:
    'A ReLU with its corner rounded off. Its slope is the sigmoid, so the gradient is never quite zero.',
  inputs: 'one',
  suits: 'he',
  fields: {},

  title: () => 'Softplus',
  outputShape: (inputs) => keepsShape('Softplus', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.softplus(only(inputs)),
  pytorch: () => pytorchValueWise('nn.Softplus'),
  keras: () => kerasOnly('Activation', { activation: 'softplus' }),
});
