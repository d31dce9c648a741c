import { defineLayer, only, weight } from '../defineLayer';
import { keepsShape } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchModule, pytorchValueWise } from '../pytorchLayer';

/** Multiplies every value by a constant, or by a learned factor for each entry of the last axis that starts at it; any shape. */
export const scale = defineLayer({
  kind: 'scale',
  label: 'Scale',
  category: 'merge',
  rank: 4,
  glyph: 'scale',
  stem: 'scale',
  summary:
    'Multiplies all values by one factor, fixed or learned for each channel. On a shortcut it shows how little it takes to block it: ½ at each of 54 additions leaves nothing.',
  inputs: 'one',
  fields: {
    factor: {
      type: 'number',
      label: 'Factor',
      help: 'What values are multiplied by, or what the learned factors start at.',
      default: 0.5,
      min: -100,
      max: 100,
      step: 0.1,
    },
    learned: {
      type: 'boolean',
      label: 'Learned',
      help: 'One factor for each channel, which training changes.',
      default: false,
    },
  },

  title: ({ factor, learned }) => (learned ? 'Scale, learned' : `Scale ×${factor}`),
  outputShape: (inputs) => keepsShape('Scale', inputs),
  weights([input = []], { factor, learned }) {
    if (!learned) return [];
    const initialiser = { type: 'constant', value: factor } as const;
    return [{ name: 'gamma', shape: input.slice(-1), initialiser, trainable: true, decays: false }];
  },
  macs: () => 0,
  forward: (ops, inputs, weights, { factor, learned }) =>
    learned ? ops.scaleChannels(only(inputs), weight(weights, 'gamma')) : ops.scale(only(inputs), factor),
  pytorch(place, { factor, learned }) {
    if (!learned) return pytorchValueWise('Scale', [factor]);
    const channels = place.output.at(-1) ?? 0;
    return {
      module: pytorchModule('ChannelScale', [channels], { start: factor }),
      weights: { gamma: { parameter: 'weight', start: factor } },
    };
  },
  keras: (_place, { factor, learned }) =>
    learned
      ? kerasOnly('ChannelScale', { start: factor }, { gamma: null })
      : kerasOnly('Rescaling', { scale: factor }),
});
