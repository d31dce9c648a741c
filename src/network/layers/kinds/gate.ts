import { defineLayer } from '../defineLayer';
import { equalInputs } from '../equalInputs';
import { kerasOnly } from '../kerasLayer';
import { pytorchOnly } from '../pytorchLayer';

/**
 * Lets its first input through as far as the second says: x ⊙ σ(z), or the other side, x ⊙ (1 − σ(z)); z is what a
 * convolution gives, its logits. Highway networks (Srivastava et al. 2015) and the gated shortcuts of He et al. 2016
 * (Identity Mappings in Deep Residual Networks, section 3.1) are built of both sides.
 */
export const gate = defineLayer({
  kind: 'gate',
  label: 'Gate',
  category: 'merge',
  rank: 3,
  glyph: 'gate',
  stem: 'gate',
  summary:
    'Multiplies its first input by a sigmoid of the second: where that is far below zero, nothing passes. The other side of the gate lets through what this one holds back.',
  inputs: 'many',
  fields: {
    side: {
      type: 'choice',
      label: 'Lets through',
      help: 'That share of the first input which the sigmoid of the second gives, or the rest of it.',
      default: 'share',
      options: [
        { value: 'share', label: 'σ(z)' },
        { value: 'rest', label: '1 − σ(z)' },
      ],
    },
  },

  title: ({ side }) => (side === 'share' ? 'Gate σ' : 'Gate 1 − σ'),
  outputShape(inputs) {
    if (inputs.length > 2)
      return {
        problem: {
          message: `Gate takes two inputs, a value and its logits; got ${inputs.length}.`,
          advice: 'Take the others away: first what is to pass, then what decides.',
        },
      };
    return equalInputs('Gate', inputs);
  },
  weights: () => [],
  macs: () => 0,
  forward(ops, [value, logits], _weights, { side }) {
    if (value === undefined || logits === undefined) throw new Error('Gate was called without its inputs.');
    // 1 − σ(z) = σ(−z)
    return ops.multiply(value, ops.sigmoid(side === 'share' ? logits : ops.scale(logits, -1)));
  },
  pytorch: (_place, { side }) => pytorchOnly('Gate', [], side === 'rest' ? { rest: true } : {}),
  keras: (_place, { side }) => kerasOnly('Gate', side === 'rest' ? { rest: true } : {}),
});
