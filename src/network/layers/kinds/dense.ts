import { defineLayer, only, weight } from '../defineLayer';
import { biasValueField, initialiserFields, initialiserOf } from '../initialiserFields';
import { needsVector } from '../inputProblems';
import { kerasOnly, kernelAndBias, unlessKerasDefault } from '../kerasLayer';
import { kernelAxes, pytorchModule, unlessDefault } from '../pytorchLayer';

/** Fully connected layer: features to units. Kernel features×units. */
export const dense = defineLayer({
  kind: 'dense',
  label: 'Dense',
  category: 'core',
  rank: 1,
  glyph: 'dense',
  stem: 'fc',
  shortcut: 'd',
  summary:
    'Connects every input value to every unit, each with a weight of its own. It weighs the evidence that earlier layers found.',
  inputs: 'one',
  fields: {
    units: {
      type: 'integer',
      label: 'Units',
      help: 'Number of outputs. In front of the output layer: one for each class.',
      default: 10,
      min: 1,
      max: 65_536,
    },
    useBias: {
      type: 'boolean',
      label: 'Bias',
      term: 'bias',
      help: 'Adds a learned constant to each unit’s output. Not needed in front of batch norm, which has its own.',
      default: true,
    },
    biasValue: biasValueField,
    ...initialiserFields,
  },

  title: ({ units }) => `Dense ${units}`,

  outputShape(inputs, { units }) {
    const [input] = inputs;
    // Keras would apply the layer to the last axis of an image; that is a 1×1 convolution and nearly always a slip.
    if (input?.length !== 1)
      return needsVector('Dense', input, 'Put Flatten or global average pooling before it.');
    return { shape: [units] };
  },

  weights([[features = 0] = []], config) {
    const { units, useBias } = config;
    const kernel = {
      name: 'kernel',
      shape: [features, units],
      initialiser: initialiserOf(config),
      fans: { fanIn: features, fanOut: units },
      trainable: true,
      decays: true,
    } as const;
    const bias = {
      name: 'bias',
      shape: [units],
      initialiser: { type: 'constant', value: config.biasValue },
      trainable: true,
      decays: false,
    } as const;
    return useBias ? [kernel, bias] : [kernel];
  },

  macs: ([[features = 0] = []], _output, { units }) => features * units,

  forward(ops, inputs, weights, { useBias }) {
    const output = ops.matMul(only(inputs), weight(weights, 'kernel'));
    return useBias ? ops.biasAdd(output, weight(weights, 'bias')) : output;
  },
  pytorch: ({ inputs, channelsFirst: image }, { units, useBias }) => ({
    module: pytorchModule(
      'nn.Linear',
      [only(inputs)[0] ?? 0, units],
      unlessDefault({ bias: useBias }, { bias: true }),
    ),
    weights: {
      kernel:
        image === null
          ? { parameter: 'weight', axes: [1, 0] }
          : { parameter: 'weight', shape: [...image, units], axes: kernelAxes },
      bias: { parameter: 'bias' },
    },
    order: 'inWeights',
  }),
  keras: (_place, { units, useBias }) =>
    kerasOnly(
      'Dense',
      { units, ...unlessKerasDefault({ use_bias: useBias }, { use_bias: true }) },
      kernelAndBias,
    ),
});
