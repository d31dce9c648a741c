import type { NetworkDocument } from '../../../src/network/graph/document';
import { type OptimizerType, optimizerDefaults } from '../../../src/network/graph/trainingSettings';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { findTemplate } from '../../../src/network/templates/templates';

/** A network whose peak is measured, as people would train it. */
export interface MeasuredNetwork {
  readonly template: string;
  readonly settings: LayerConfig;
  readonly batch: number;
  readonly optimizer: OptimizerType;
  /** Training steps in each of the two epochs. */
  readonly steps: number;
  /** Images that each epoch is validated on. */
  readonly testImages: number;
}

const small = { classes: 10, channels: 3 } as const;

/**
 * The four networks that the forecast is held to, and others, so that it isn't fitted to those: other depths, batches and
 * update rules, branches, concatenations, local response normalisation, large images, hardly any activations.
 */
export const measuredNetworks: readonly MeasuredNetwork[] = [
  network('lenet-5', {}, 64, 'momentum'),
  network('resnet-20-cifar', {}, 128, 'momentum'),
  network('resnet-50', { input: 64, ...small }, 64, 'momentum'),
  network('vgg-16', { input: 32, ...small }, 128, 'momentum'),
  network('lenet-5', {}, 1024, 'adam'),
  network('resnet-20-cifar', {}, 32, 'sgd'),
  network('resnet-56-cifar', {}, 64, 'adam'),
  network('plain-20-cifar', {}, 256, 'momentum'),
  network('resnet-v2-20-cifar', {}, 128, 'adamw'),
  network('resnet-18', { input: 64, ...small, largeStem: false }, 16, 'momentum'),
  network('resnet-50', { input: 64, ...small }, 16, 'adam'),
  network('resnet-34', { input: 224, classes: 100 }, 8, 'momentum'),
  network('vgg-16', { input: 32, ...small, width: 0.25, hiddenUnits: 512 }, 64, 'adam'),
  network('vgg-16-bn', { input: 64, ...small, hiddenUnits: 512 }, 32, 'momentum'),
  network('alexnet', {}, 32, 'momentum'),
  network('googlenet', {}, 16, 'momentum'),
  network('inception-v3', {}, 8, 'rmsprop'),
];

/** The first four are those that the forecast must be right for, within a fifth. */
export function heldTo(measured: MeasuredNetwork): boolean {
  return measuredNetworks.indexOf(measured) < 4;
}

function network(
  template: string,
  settings: LayerConfig,
  batch: number,
  optimizer: OptimizerType,
): MeasuredNetwork {
  return { template, settings, batch, optimizer, steps: 3, testImages: 500 };
}

/** "resnet-50 (input 64, classes 10, channels 3), batch 64, momentum" */
export function nameOf({ template, settings, batch, optimizer }: MeasuredNetwork): string {
  const chosen = Object.entries(settings).map(([name, value]) => `${name} ${String(value)}`);
  return `${template}${chosen.length === 0 ? '' : ` (${chosen.join(', ')})`}, batch ${batch}, ${optimizer}`;
}

/** The network with as many synthetic images as it is measured on. */
export function documentOf(measured: MeasuredNetwork): NetworkDocument {
  const { template, settings, batch, optimizer, steps, testImages } = measured;
  const document = findTemplate(template)?.create(settings);
  const input = document?.nodes.find(({ kind }) => kind === 'input')?.config;
  if (document === undefined || input === undefined) throw new Error(`There is no template ${template}.`);
  const classes = document.nodes.findLast(({ kind }) => kind === 'dense')?.config['units'];
  return {
    ...document,
    training: {
      ...document.training,
      ...optimizerDefaults[optimizer],
      learningRate: 1e-4,
      batchSize: batch,
      epochs: 2,
      dataset: {
        type: 'synthetic',
        variant: 'noise',
        height: Number(input['height']),
        width: Number(input['width']),
        channels: Number(input['channels']),
        classes: Number(classes),
        trainingImages: steps * batch,
        testImages,
        noise: 1,
        seed: 1,
      },
    },
  };
}
