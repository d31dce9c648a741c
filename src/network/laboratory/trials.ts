import { datasetFacts } from '../datasets/datasetFacts';
import type { NetworkDocument } from '../graph/document';
import { type Experiment, pointsOf } from './experiment';
import { createVariant, type VariantId } from './variants';

/** One point of the grid. */
export interface TrialSetting {
  readonly variant: VariantId;
  /** Units n in each stage. */
  readonly depth: number;
  readonly activation: string;
  readonly initialiser: string;
  readonly batchNorm: boolean;
  readonly learningRate: number;
  readonly seed: number;
}

export interface Trial {
  /** Says all of its setting, so it is the same whenever the experiment is expanded; a folder can have this name. */
  readonly id: string;
  readonly setting: TrialSetting;
}

/** Layers of a network whose three stages have n units. */
export function layersOf(depth: number): number {
  return 6 * depth + 2;
}

/**
 * All trials, seed by seed, and shallow networks before deep ones: what is there when a person stops early is a whole
 * picture with fewer seeds.
 */
export function expandTrials({ grid }: Pick<Experiment, 'grid'>): readonly Trial[] {
  const { variants, depths, activations, initialisers, batchNorm, learningRates, seeds } = grid;
  const trials: Trial[] = [];
  for (const seed of seeds)
    for (const depth of depths.toSorted((left, right) => left - right))
      for (const variant of variants)
        for (const activation of activations)
          for (const initialiser of initialisers)
            for (const norm of batchNorm)
              for (const learningRate of learningRates)
                trials.push(
                  trialOf({ variant, depth, activation, initialiser, batchNorm: norm, learningRate, seed }),
                );
  return trials;
}

export function countTrials({ grid }: Pick<Experiment, 'grid'>): number {
  return pointsOf(grid);
}

function trialOf(setting: TrialSetting): Trial {
  const { variant, depth, activation, initialiser, batchNorm, learningRate, seed } = setting;
  const words = [
    variant,
    `n${depth}`,
    activation,
    initialiser,
    batchNorm ? 'bn' : 'nobn',
    `lr${learningRate}`,
    `s${seed}`,
  ];
  return { id: words.join('-').toLowerCase().replaceAll('+', ''), setting };
}

/** The network of a trial with its training settings. */
export function trialDocument(experiment: Experiment, { setting }: Trial): NetworkDocument {
  const { variant, depth, activation, initialiser, batchNorm, learningRate, seed } = setting;
  const { width, training } = experiment;
  const { imageShape, classes } = datasetFacts(training.dataset);
  const [input = 1, , channels = 1] = imageShape;
  const document = createVariant(variant, {
    ...{ n: depth, input, channels, classes, width, batchNorm, activation, initialiser },
  });
  return { ...document, training: { ...training, learningRate, seed } };
}
