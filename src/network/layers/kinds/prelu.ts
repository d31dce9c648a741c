import { defineLayer, only, weight } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchModule, unlessDefault } from '../pytorchLayer';

/**
 * x where x > 0, slope·x elsewhere; any shape. Each channel (or feature) learns a slope of its own (He et al. 2015,
 * "Delving deep into rectifiers", eq. 1), which weight decay leaves alone, as there.
 */
export const prelu = defineLayer({
  kind: 'prelu',
  label: 'PReLU',
  category: 'activation',
  rank: 6,
  glyph: 'prelu',
  stem: 'prelu',
  summary: 'A leaky ReLU that learns for each channel how much of the negative side to let through..',
  inputs: 'one',
  suits: 'he',
  fields: {
    initialSlope: {
      type: 'number',
      label: 'First slope',
      term: 'relu',
      help: 'Factor on negative values that every channel starts from.',
      default: 0.25,
      min: 0,
      max: 1,
      step: 0.05,
    },
  },

  title: () => 'PReLU',
  outputShape: (inputs) => keepsShape('PReLU', inputs),
  weights: ([input = []], { initialSlope }) => [
    {
      name: 'slopes',
      shape: [input.at(-1) ?? 0],
      initialiser: { type: 'constant', value: initialSlope },
      trainable: true,
      decays: false,
    },
  ],
  macs: () => 0,
  forward: (ops, inputs, weights) => ops.prelu(only(inputs), weight(weights, 'slopes')),
  pytorch: ({ output }, { initialSlope }) => ({
    module: pytorchModule(
      'nn.PReLU',
      [output.at(-1) ?? 0],
      unlessDefault({ init: initialSlope }, { init: 0.25 }),
    ),
    weights: { slopes: { parameter: 'weight', start: initialSlope } },
  }),
  keras: ({ output }) =>
    kerasOnly('PReLU', output.length === 3 ? { shared_axes: [1, 2] } : {}, { slopes: 'alpha_initializer' }),
});
