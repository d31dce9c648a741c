import { cifarAugmentation, noAugmentation } from '../datasets/augmentation';
import { defaultTrainingSettings, optimizerDefaults, type TrainingSettings } from '../graph/trainingSettings';
import type { Experiment, Grid } from './experiment';

export const presetIds = [
  'why-resnet',
  'why-before-relu',
  'which-shortcut',
  'sigmoid-against-relu',
  'batch-norm',
] as const;
export type PresetId = (typeof presetIds)[number];

/** `small` takes two cores some minutes, `full` a GPU some hours. */
export const presetSizes = ['small', 'full'] as const;
export type PresetSize = (typeof presetSizes)[number];

/** An experiment of the lecture in both sizes. */
export interface Preset {
  readonly id: PresetId;
  readonly name: string;
  readonly question: string;
  readonly claim: string;
  readonly grid: Grid;
  /** What `full` tries in place of the grid’s values. */
  readonly fullGrid: Partial<Grid>;
  /** In place of what presets have in common. */
  readonly training: Partial<TrainingSettings>;
  /** Of `full`; those of `small` are in `training`. */
  readonly fullEpochs: number;
}

const base: Grid = {
  variants: ['plain', 'residual'],
  depths: [1, 3, 5, 9],
  activations: ['relu'],
  initialisers: ['auto'],
  batchNorm: [true],
  learningRates: [0.05],
  seeds: [1, 2, 3],
};

/** Of both sizes: momentum with a rate that falls along a cosine, weight decay as in the papers. */
const common: TrainingSettings = {
  ...defaultTrainingSettings,
  ...optimizerDefaults.momentum,
  augmentation: noAugmentation,
  batchSize: 32,
  warmUpSteps: 10,
  weightDecay: 1e-4,
  telemetryEvery: 10,
};

/** MNIST comes with Layerwise; its first images are enough for networks of a quarter of the width. */
const smallTraining: TrainingSettings = {
  ...common,
  dataset: { type: 'mnist', trainingImages: 2048, testImages: 1000 },
  epochs: 6,
};

export const presets: readonly Preset[] = [
  {
    id: 'why-resnet',
    name: 'Why ResNet?',
    question: 'Does a network get better with more layers, without shortcuts and with them?',
    claim:
      'With batch norm and He weights, plain networks get worse from some depth on, on the training images too, and residual networks get better (He et al. 2015: plain-20 about 9.5 % and plain-56 about 13.5 % test error on CIFAR-10, ResNet-20 8.75 % and ResNet-56 6.97 %).',
    grid: base,
    fullGrid: { depths: [1, 3, 5, 7, 9], seeds: [1, 2, 3, 4, 5], learningRates: [0.1] },
    training: {},
    fullEpochs: 160,
  },
  {
    id: 'why-before-relu',
    name: 'Why before the ReLU?',
    question: 'Where should the addition stand among batch norm and activation?',
    claim:
      'The original order, with the addition before the last ReLU, does better than the addition behind the ReLU or batch norm behind the addition; with batch norm and ReLU in front of the convolutions it is better still (He et al. 2016, Table 2, 110 layers: 6.61 %, 7.84 %, 8.17 % and 6.37 % test error).',
    grid: {
      ...base,
      variants: [
        'residual',
        'relu-before-addition',
        'bn-after-addition',
        'relu-preactivation',
        'pre-activation',
      ],
      depths: [5],
    },
    fullGrid: { depths: [3, 9], seeds: [1, 2, 3, 4, 5], learningRates: [0.1] },
    training: {},
    fullEpochs: 160,
  },
  {
    id: 'which-shortcut',
    name: 'Which shortcut?',
    question: 'Does anything on the shortcut do better than the identity?',
    claim:
      'Nothing does: scaling, gates, 1×1 convolutions and dropout on the shortcuts all do worse than the identity at 110 layers, and the more so the further they are from it (He et al. 2016, Table 1).',
    grid: {
      ...base,
      variants: [
        'plain',
        'residual',
        'constant-scaling',
        'exclusive-gating',
        'shortcut-gating',
        'shortcut-gating-open',
        'conv-shortcut',
        'dropout-shortcut',
      ],
      depths: [5],
    },
    fullGrid: { depths: [9], seeds: [1, 2, 3, 4, 5], learningRates: [0.1] },
    training: {},
    fullEpochs: 160,
  },
  {
    id: 'sigmoid-against-relu',
    name: 'Sigmoid against ReLU',
    question: 'How fast does the gradient shrink on its way back through the layers?',
    claim:
      'A sigmoid multiplies the gradient by ¼ at most, so it vanishes with depth; a ReLU passes it on. Shortcuts keep a ReLU network’s gradient level. They don’t save a sigmoid that stands behind the addition.',
    grid: {
      ...base,
      depths: [1, 2, 3, 5],
      activations: ['relu', 'tanh', 'sigmoid'],
      initialisers: ['glorotUniform'],
      batchNorm: [false],
      learningRates: [0.01],
    },
    fullGrid: { depths: [1, 3, 5, 7, 9], seeds: [1, 2, 3, 4, 5] },
    training: { dataset: { type: 'mnist', trainingImages: 1024, testImages: 1000 }, epochs: 2 },
    fullEpochs: 30,
  },
  {
    id: 'batch-norm',
    name: 'What batch norm does',
    question: 'What does batch norm change, at a small and at a large learning rate?',
    claim:
      'Batch norm lets a network train at learning rates and depths at which it would diverge or stand still without it (Ioffe and Szegedy 2015). The gradient of a plain network with it does not vanish: it grows towards the input.',
    grid: {
      ...base,
      variants: ['plain'],
      depths: [1, 3],
      batchNorm: [false, true],
      learningRates: [0.01, 0.1],
    },
    fullGrid: { depths: [1, 3, 5, 7, 9], seeds: [1, 2, 3, 4, 5] },
    training: {},
    fullEpochs: 60,
  },
];

export function findPreset(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

/** The experiment of a preset. `full` is the paper's: CIFAR-10 with all of its channels. */
export function presetExperiment(preset: Preset, size: PresetSize): Experiment {
  const { id, name, question, claim, grid, fullGrid, training, fullEpochs } = preset;
  const texts = { name, question, claim };
  if (size === 'small')
    return { id: `${id}-small`, ...texts, grid, width: 0.25, training: { ...smallTraining, ...training } };
  const full: TrainingSettings = {
    ...common,
    ...training,
    dataset: { type: 'cifar-10' },
    augmentation: cifarAugmentation,
    batchSize: 128,
    warmUpSteps: 400,
    epochs: fullEpochs,
    telemetryEvery: 100,
  };
  return { id: `${id}-full`, ...texts, grid: { ...grid, ...fullGrid }, width: 1, training: full };
}
