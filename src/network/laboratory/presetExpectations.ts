import type { Expectation } from './expectation';
import type { PresetId } from './presets';
import { presetIds } from './presets';
import { findVariant, type VariantId } from './variants';

const deep = { depth: 'most' } as const;
const shallow = { depth: 'least' } as const;

const expectations: Readonly<Record<PresetId, readonly Expectation[]>> = {
  'why-resnet': [
    {
      effect: 'The deepest plain network has a larger training error than the shallowest',
      measure: 'trainingError',
      of: { variant: 'plain', ...deep },
      is: 'above',
      than: { variant: 'plain', ...shallow },
    },
    {
      effect: 'The deepest residual network has a smaller training error than the shallowest',
      measure: 'trainingError',
      of: { variant: 'residual', ...deep },
      is: 'below',
      than: { variant: 'residual', ...shallow },
    },
    {
      effect: 'The deepest plain network has a larger validation error than the residual one',
      measure: 'validationError',
      of: { variant: 'plain', ...deep },
      is: 'above',
      than: { variant: 'residual', ...deep },
    },
    {
      effect:
        'The gradient of the deepest plain network does not vanish: with batch norm it grows towards the input',
      measure: 'firstSlope',
      of: { variant: 'plain', ...deep },
      is: 'above',
      than: 0,
    },
  ],
  'why-before-relu': [
    worseThanIdentity('relu-before-addition', 'The addition behind the ReLU does worse than in front of it'),
    worseThanIdentity('bn-after-addition', 'Batch norm behind the addition does worse than in the branch'),
    {
      effect: 'Full pre-activation does better than the original order',
      measure: 'validationError',
      of: { variant: 'pre-activation', ...deep },
      is: 'below',
      than: { variant: 'residual', ...deep },
    },
  ],
  'which-shortcut': (
    [
      'plain',
      'constant-scaling',
      'exclusive-gating',
      'shortcut-gating',
      'shortcut-gating-open',
      'conv-shortcut',
      'dropout-shortcut',
    ] as const
  ).map((variant) => worseThanIdentity(variant, `${findVariant(variant).label}: worse than the identity`)),
  'sigmoid-against-relu': [
    {
      effect:
        'The gradient of a plain sigmoid network vanishes: it loses more than a decade every ten layers',
      measure: 'firstSlope',
      of: { variant: 'plain', activation: 'sigmoid', ...deep },
      is: 'below',
      than: -1,
    },
    {
      effect: 'It shrinks faster than that of a plain ReLU network',
      measure: 'firstSlope',
      of: { variant: 'plain', activation: 'sigmoid', ...deep },
      is: 'below',
      than: { variant: 'plain', activation: 'relu', ...deep },
    },
    {
      effect:
        'With Glorot weights and no batch norm a plain ReLU network loses more than a decade every ten layers too',
      measure: 'firstSlope',
      of: { variant: 'plain', activation: 'relu', ...deep },
      is: 'below',
      than: -1,
    },
    {
      effect: 'Shortcuts keep the gradient of the ReLU network within half a decade every ten layers',
      measure: 'firstSlope',
      of: { variant: 'residual', activation: 'relu', ...deep },
      is: 'above',
      than: -0.5,
    },
    {
      effect: 'Shortcuts don’t save the sigmoid network: it still loses more than a decade every ten layers',
      measure: 'firstSlope',
      of: { variant: 'residual', activation: 'sigmoid', ...deep },
      is: 'below',
      than: -1,
    },
  ],
  'batch-norm': [
    {
      effect: 'At the large rate the deepest plain network has a smaller training error with batch norm',
      measure: 'trainingError',
      of: { variant: 'plain', batchNorm: true, learningRate: 'most', ...deep },
      is: 'below',
      than: { variant: 'plain', batchNorm: false, learningRate: 'most', ...deep },
    },
    {
      effect: 'So it has at the small rate',
      measure: 'trainingError',
      of: { variant: 'plain', batchNorm: true, learningRate: 'least', ...deep },
      is: 'below',
      than: { variant: 'plain', batchNorm: false, learningRate: 'least', ...deep },
    },
    {
      effect: 'With batch norm the gradient of the deepest plain network grows towards the input',
      measure: 'firstSlope',
      of: { variant: 'plain', batchNorm: true, learningRate: 'least', ...deep },
      is: 'above',
      than: 0,
    },
  ],
};

/** What is published of the effects that a preset looks at; nothing for other experiments. */
export function presetExpectations(experiment: string): readonly Expectation[] {
  const preset = presetIds.find((id) => experiment === `${id}-small` || experiment === `${id}-full`);
  return preset === undefined ? [] : expectations[preset];
}

/** At the greatest depth, by validation error, as the paper's Tables 1 and 2 have it. */
function worseThanIdentity(variant: VariantId, effect: string): Expectation {
  return {
    effect,
    measure: 'validationError',
    of: { variant, ...deep },
    is: 'above',
    than: { variant: 'residual', ...deep },
  };
}
