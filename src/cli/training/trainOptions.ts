import { AdviceError } from '../../engine/adviceError';
import type { Normalisation } from '../../network/datasets/augmentation';
import {
  type OptimizerType,
  optimizerDefaults,
  type Schedule,
  type TrainingSettings,
  trainingSettingsSchema,
} from '../../network/graph/trainingSettings';
import { parseAugmentation } from './augmentOption';

/** Options of `layerwise train` that change the network's training settings; absent where they were not given. */
export interface TrainOptions {
  /** A name or a path; see datasetOption.ts for it and for `data`. */
  readonly dataset?: string;
  readonly data?: readonly string[];
  readonly augment?: string;
  readonly normalise?: Normalisation;
  readonly epochs?: number;
  readonly batch?: number;
  readonly optimizer?: OptimizerType;
  readonly lr?: number;
  readonly momentum?: number;
  readonly schedule?: Schedule['type'];
  readonly warmUpSteps?: number;
  readonly weightDecay?: number;
  readonly clipNorm?: number;
  readonly validationSplit?: number;
  /** False for --no-shuffle. */
  readonly shuffle: boolean;
  readonly seed?: number;
  readonly telemetryEvery?: number;
}

/** Which option sets which of the plain numbers among the settings. */
export const numberOptions = {
  epochs: { flag: '--epochs', setting: 'epochs', help: 'passes over the training images' },
  batch: { flag: '--batch', setting: 'batchSize', help: 'images in a step' },
  lr: { flag: '--lr', setting: 'learningRate', help: 'learning rate' },
  warmUpSteps: { flag: '--warm-up-steps', setting: 'warmUpSteps', help: 'steps over which the rate rises' },
  weightDecay: { flag: '--weight-decay', setting: 'weightDecay', help: 'pull of kernels towards zero' },
  clipNorm: { flag: '--clip-norm', setting: 'clipNorm', help: 'largest norm of all gradients; 0 for any' },
  validationSplit: {
    flag: '--validation-split',
    setting: 'validationSplit',
    help: 'share of the training images held out; 0 validates on the test images',
  },
  seed: { flag: '--seed', setting: 'seed', help: 'drives weights, order of images and dropout' },
  telemetryEvery: { flag: '--telemetry-every', setting: 'telemetryEvery', help: 'steps between two samples' },
} as const satisfies Partial<
  Record<
    keyof TrainOptions,
    { readonly flag: string; readonly setting: keyof TrainingSettings; readonly help: string }
  >
>;

/** The settings with the options' values in place of theirs, but for the dataset's, which is looked at on the disk. Throws an AdviceError where these don't go together. */
export function applyOptions(settings: TrainingSettings, options: TrainOptions): TrainingSettings {
  const given = new Map<string, unknown>(Object.entries(options));
  const numbers = Object.entries(numberOptions).flatMap(([option, { setting }]) =>
    given.has(option) ? [[setting, given.get(option)]] : [],
  );
  const changed = {
    ...settings,
    ...chooseOptimizer(settings, options.optimizer),
    ...(options.augment !== undefined && { augmentation: parseAugmentation(options.augment) }),
    ...(options.normalise !== undefined && { normalisation: options.normalise }),
    ...(options.schedule !== undefined && { schedule: scheduleOf(settings, options) }),
    ...(!options.shuffle && { shuffle: false }),
    ...Object.fromEntries(numbers),
  };
  return trainingSettingsSchema.parse(withMomentum(changed, options.momentum));
}

/** Another update rule brings the learning rate that suits it. */
function chooseOptimizer(settings: TrainingSettings, type: OptimizerType | undefined) {
  const kept = type === undefined || type === settings.optimizer.type;
  return kept ? {} : optimizerDefaults[type];
}

function scheduleOf({ schedule, epochs }: TrainingSettings, options: TrainOptions): Schedule {
  if (options.schedule === schedule.type || options.schedule === undefined) return schedule;
  if (options.schedule === 'constant') return { type: 'constant' };
  if (options.schedule === 'cosine') return { type: 'cosine', finalFraction: 0 };
  // Three stretches, each at a tenth of the rate before it.
  return {
    type: 'step',
    everyEpochs: Math.max(1, Math.ceil((options.epochs ?? epochs) / 3)),
    factor: 0.1,
  };
}

function withMomentum(settings: TrainingSettings, momentum: number | undefined): TrainingSettings {
  if (momentum === undefined) return settings;
  const { optimizer } = settings;
  if (!('momentum' in optimizer))
    throw new AdviceError(
      `--momentum has no meaning for ${optimizer.type}.`,
      'Leave it out, or choose --optimizer momentum, nesterov or rmsprop.',
    );
  return { ...settings, optimizer: { ...optimizer, momentum } };
}
