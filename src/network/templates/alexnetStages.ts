import { scaled } from './styledDraft';

/** One convolution of AlexNet, with what follows it. */
export interface AlexNetStage {
  readonly filters: number;
  readonly kernel: number;
  /** Halves that do not see each other: the paper's two GPUs. */
  readonly groups: number;
  readonly pooled: boolean;
}

/** In what AlexNet's known forms differ. */
export interface AlexNetPlan {
  readonly stages: readonly AlexNetStage[];
  /** Zeros around the image before the large stem. */
  readonly stemPad: number;
  /** Local response normalisation behind the first two convolutions (section 3.3 of the paper). */
  readonly localResponse: boolean;
  /** An average pool to 6×6 in front of the Dense layers, with dropout before rather than behind each of them. */
  readonly adaptive: boolean;
  /** Biases of conv2, conv4, conv5 and the hidden Dense layers start at 1 (section 5). */
  readonly raisedBiases: boolean;
}

function stages(filters: readonly number[], groups: number): readonly AlexNetStage[] {
  return filters.map((count, index) => ({
    filters: count,
    kernel: [11, 5][index] ?? 3,
    groups: [1, 3, 4].includes(index) ? groups : 1,
    pooled: [0, 1, 4].includes(index),
  }));
}

/** The paper's convolutions, as Caffe has them. */
export const caffeStages = (groups: number): readonly AlexNetStage[] =>
  stages([96, 256, 384, 384, 256], groups);

/** One tower (Krizhevsky 2014: One weird trick for parallelizing convolutional neural networks), as torchvision has it. */
export const torchvisionStages: readonly AlexNetStage[] = stages([64, 192, 384, 256, 256], 1);

/** Filters at a width, in a number that the groups of every stage divide. */
export function grouped(filters: number, width: number, plan: readonly AlexNetStage[]): number {
  const groups = Math.max(...plan.map((stage) => stage.groups));
  return groups * scaled(filters / groups, width);
}
