import type { TrainingSettings } from '../../network/graph/trainingSettings';
import type { Shape } from '../../network/layers/shape';
import type { Batch } from '../trainingExecutor';
import { batchAugmenter } from './batchAugmenter';
import { BatchReader } from './batchReader';
import type { ImageSelection } from './split';
import { epochOrder } from './split';
import type { Standardisation } from './standardisation';

/** All that the training batches of a run follow from. It can be sent to another thread. */
export interface BatchPlan {
  readonly selection: ImageSelection;
  readonly imageShape: Shape;
  readonly standardisation: Standardisation;
  readonly settings: Pick<TrainingSettings, 'batchSize' | 'shuffle' | 'seed' | 'augmentation'>;
}

/** Steps of an epoch. The last batch may be smaller; it is trained on like the others. */
export function stepsPerEpoch({ selection, settings }: Pick<BatchPlan, 'selection' | 'settings'>): number {
  return Math.ceil(selection.numbers.length / settings.batchSize);
}

/** The training batches of a run by their step, which is all that they depend on besides the plan. */
export class StepBatches {
  readonly #plan: BatchPlan;
  readonly #reader: BatchReader;
  #epoch = -1;
  #order: Uint32Array = new Uint32Array();

  constructor(plan: BatchPlan) {
    const { selection, imageShape, standardisation, settings } = plan;
    this.#plan = plan;
    this.#reader = new BatchReader(
      selection.images,
      imageShape,
      standardisation,
      settings.batchSize,
      batchAugmenter(settings.augmentation, settings.seed),
    );
  }

  /** The batch of a step, counted from 0. It is good until the next one is asked for. */
  batchOf(step: number): Batch {
    const { selection, settings } = this.#plan;
    const perEpoch = stepsPerEpoch(this.#plan);
    const epoch = Math.floor(step / perEpoch);
    if (epoch !== this.#epoch) {
      this.#order = epochOrder(selection.numbers, settings, epoch);
      this.#epoch = epoch;
    }
    return this.#reader.read(this.#order, (step % perEpoch) * settings.batchSize, settings.batchSize, step);
  }
}
