import { defineLayer, only } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchValueWise } from '../pytorchLayer';

/** x·Φ(x), with Φ the cumulative standard normal distribution; any shape (Hendrycks & Gimpel 2016, §2). */
export const gelu = defineLayer({
  kind: 'gelu',
  label: 'GELU',
  category: 'activation',
  rank: 8,
  glyph: 'gelu',
  stem: 'gelu',
  summary:
    'A smooth ReLU: it weighs each value by the share of a normal distribution that lies below it. Transformers and ConvNeXt use it.',
  inputs: 'one',
  suits: 'he',
  fields: {
    form: {
      type: 'choice',
      label: 'Formula',
      help: 'Exact takes the normal distribution itself. Tanh approximates it to within 0.0005, as BERT and GPT-2 did.',
      default: 'exact',
      options: [
        { value: 'exact', label: 'Exact' },
        { value: 'tanh', label: 'Tanh' },
      ],
    },
  },

  title: ({ form }) => (form === 'exact' ? 'GELU' : 'GELU, tanh'),
  outputShape: (inputs) => keepsShape('GELU', inputs),
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs, _weights, { form }) => ops.gelu(only(inputs), form),
  pytorch: (_place, { form }) =>
    pytorchValueWise('nn.GELU', [], form === 'exact' ? {} : { approximate: 'tanh' }),
  keras: (_place, { form }) =>
    form === 'exact' ? kerasOnly('Activation', { activation: 'gelu' }) : kerasOnly('TanhGelu'),
});
