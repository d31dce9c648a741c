import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** x·σ(x), with σ the sigmoid; any shape (Elfwing, Uchibe & Doya 2018; as "Swish", Ramachandran et al. 2017). */
export const silu = defineLayer({
  kind: 'silu',
  label: 'SiLU',
  category: 'activation',
  rank: 9,
  glyph: 'silu',
  stem: 'silu',
  summary:
    'A smooth ReLU, also called Swish: each value times its own sigmoid. EfficientNet is built with it.',
  inputs: 'one',
  suits: 'he',
  fields: {},

  title: () => 'SiLU',
  outputShape: (inputs) => keepsShape('SiLU', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.silu(only(inputs)),
  pytorch: () => pytorchValueWise('nn.SiLU'),
  keras: () => kerasOnly('Activation', { activation: 'silu' }),
});
