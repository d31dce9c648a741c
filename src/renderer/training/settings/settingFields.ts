import type { TermId } from '../../../network/glossary/glossary';
import type { OptimizerType, Schedule, TrainingSettings } from '../../../network/graph/trainingSettings';

/** A number among the training settings, as the form shows it. Its limits are those of the settings' schema. */
export interface SettingField {
  readonly label: string;
  readonly help: string;
  readonly term?: TermId;
  readonly unit?: string;
  /** What the form shows for 1; 100 for percent. */
  readonly scale?: number;
}

type NumberSetting = {
  [Name in keyof TrainingSettings]: TrainingSettings[Name] extends number ? Name : never;
}[keyof TrainingSettings];

export const numberSettings: Readonly<Record<NumberSetting, SettingField>> = {
  epochs: { label: 'Epochs', term: 'epoch', help: 'How often every training image is shown to the network.' },
  batchSize: {
    label: 'Batch size',
    term: 'batch',
    unit: 'images',
    help: 'Images in one step. Larger batches give steadier gradients and fewer steps.',
  },
  learningRate: {
    label: 'Learning rate',
    term: 'learningRate',
    help: 'Length of a step. Too small learns slowly, too large makes the loss jump or diverge.',
  },
  warmUpSteps: {
    label: 'Warm-up',
    term: 'warmUp',
    unit: 'steps',
    help: 'The rate rises in a straight line over so many steps; 0 starts at the full rate.',
  },
  weightDecay: {
    label: 'Weight decay',
    term: 'weightDecay',
    help: 'Pulls kernels towards zero against overfitting. Biases and normalization are left alone.',
  },
  clipNorm: {
    label: 'Clip gradients',
    term: 'gradientClipping',
    help: 'Largest norm of all weights’ gradients together: larger ones are scaled down to it. 0 leaves them as they are.',
  },
  validationSplit: {
    label: 'Validation',
    term: 'validation',
    unit: '%',
    scale: 100,
    help: 'Share of the training images held out to validate on; 0 validates on the test images.',
  },
  seed: {
    label: 'Seed',
    term: 'seed',
    help: 'Drives weights, shuffling and dropout: the same seed gives the same run.',
  },
  telemetryEvery: {
    label: 'Measure every',
    term: 'gradientNorm',
    unit: 'steps',
    help: 'Loss and gradient norms are recorded at every n-th step.',
  },
};

export const optimizerLabels: Readonly<Record<OptimizerType, string>> = {
  sgd: 'SGD',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
};

/** Parameters of the optimizers, by name. */
export const optimizerParameters: Readonly<Record<string, SettingField>> = {
  momentum: {
    label: 'Momentum',
    term: 'momentum',
    help: 'Share of the last step that carries over into the next.',
  },
  decay: { label: 'Decay', help: 'How slowly the running mean of squared gradients forgets.' },
  beta1: { label: 'β₁', term: 'adam', help: 'How slowly the running mean of gradients forgets.' },
  beta2: { label: 'β₂', term: 'adam', help: 'How slowly the running mean of squared gradients forgets.' },
  epsilon: { label: 'ε', term: 'epsilon', help: 'Keeps the division by tiny squared gradients in bounds.' },
};

export const scheduleLabels: Readonly<Record<Schedule['type'], string>> = {
  constant: 'Constant',
  step: 'Steps',
  cosine: 'Cosine',
};

export const scheduleDefaults: Readonly<Record<Schedule['type'], Schedule>> = {
  constant: { type: 'constant' },
  step: { type: 'step', everyEpochs: 2, factor: 0.5 },
  cosine: { type: 'cosine', finalFraction: 0 },
};

/** Parameters of the schedules, by name. */
export const scheduleParameters: Readonly<Record<string, SettingField>> = {
  everyEpochs: {
    label: 'Every',
    term: 'schedule',
    unit: 'epochs',
    help: 'Epochs between two cuts of the rate.',
  },
  factor: { label: 'Factor', term: 'schedule', help: 'The rate is multiplied by it at each cut.' },
  finalFraction: {
    label: 'Ends at',
    term: 'schedule',
    unit: '%',
    scale: 100,
    help: 'Share of the rate that is left at the end of the run.',
  },
};
