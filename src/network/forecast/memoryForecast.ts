import type { Analysis } from '../analysis/analysis';
import { bytesPerValue, slotsPerParameter } from '../analysis/memory';
import { datasetFacts } from '../datasets/datasetFacts';
import type { NetworkDocument } from '../graph/document';
import { elementCount } from '../layers/shape';
import { evaluationBatch } from './evaluationBatch';
import { evaluationPeak, trainingPeak } from './liveness';
import { memoryConstants } from './memoryConstants';
import { memoryPasses } from './memoryPass';
import { workSpace } from './workSpace';

/** What takes a training process's memory at its peak, in bytes. The parts add up to the peak. */
export interface MemoryForecast {
  readonly peak: number;
  /** The program, its library, and the graph that it compiles the network to. */
  readonly program: number;
  /** The images, and the batches that are being prepared. */
  readonly data: number;
  readonly weights: number;
  /** What the update rule keeps for each parameter. */
  readonly optimizer: number;
  /** Copies: of the first weights, and those that a checkpoint is written from. */
  readonly copies: number;
  /** Activations, gradients and work space at the widest place of a step, or of an evaluation. */
  readonly step: number;
}

/** The memory of one network on one kind of executor, at any batch size. */
export interface MemoryModel {
  at(batch: number): MemoryForecast;
}

/** Copies that a checkpoint makes of each weight: one of its own, and one in the file that is written. */
const checkpointCopies = 2;
/** Batches in memory: the one that trains, two ahead, and the one that is being filled. */
const batchCopies = 4;
/** Of each weight while an update is measured: the value before, and the change. */
const measuredCopies = 2;

/** Reads the memory of a network that trains (`analysis.trains`). */
export function memoryModel(
  document: NetworkDocument,
  analysis: Analysis,
  backend: keyof typeof memoryConstants,
): MemoryModel {
  const constants = memoryConstants[backend];
  const { training: settings } = document;
  const passes = memoryPasses(document, analysis);
  const facts = datasetFacts(settings.dataset);
  const imageValues = elementCount(facts.imageShape);
  const used = [...analysis.nodes.values()].filter(({ usedInTraining }) => usedInTraining);
  const { trainable, nonTrainable } = analysis.totals;
  const weights = (trainable + nonTrainable) * bytesPerValue;
  const gradients = trainable * bytesPerValue;
  const optimizer = gradients * slotsPerParameter(settings.optimizer);
  // Weight decay's pull on each kernel is computed as soon as a step begins, and waits for its gradient.
  const decay = settings.weightDecay > 0 ? gradients : 0;
  const update = gradients * (1 + measuredCopies) + decay;
  const program = constants.program + constants.firstStep + constants.perLayer * used.length;
  const images = imageValues * (facts.trainingImages + facts.testImages);
  const validationImages =
    settings.validationSplit > 0 ? settings.validationSplit * facts.trainingImages : facts.testImages;
  const evaluated = Math.min(
    Math.ceil(validationImages),
    evaluationBatch(used.map(({ outputShape }) => outputShape ?? [])),
  );
  const copies = weights + checkpointCopies * (weights + optimizer);
  const evaluation =
    constants.tensorFactor * evaluationPeak(passes.evaluation, evaluated, workSpace, constants.keepsAll);

  return {
    at(batch) {
      const batches = (batchCopies * batch + evaluated) * imageValues * bytesPerValue;
      const sweep =
        constants.tensorFactor * trainingPeak(passes.training, batch, workSpace, constants.keepsAll);
      const parts = {
        program,
        data: images + batches,
        weights,
        optimizer,
        copies,
        step: Math.max(sweep + decay, update, evaluation),
      };
      return { ...parts, peak: Object.values(parts).reduce((sum, bytes) => sum + bytes, 0) };
    },
  };
}

/** The largest batch whose peak is within these bytes, at most `atMost`; null where not even one image fits. */
export function largestFittingBatch(model: MemoryModel, bytes: number, atMost: number): number | null {
  if (model.at(1).peak > bytes) return null;
  let [fits, tooLarge] = [1, atMost + 1];
  while (tooLarge - fits > 1) {
    const middle = Math.floor((fits + tooLarge) / 2);
    if (model.at(middle).peak <= bytes) fits = middle;
    else tooLarge = middle;
  }
  return fits;
}
