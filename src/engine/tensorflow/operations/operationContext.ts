import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTape } from '../graph/graphTape';
import type { GraphTensor } from '../graph/graphTensor';

/** What ops need around them: the graph that they extend, and the pass that they belong to. */
export interface OperationContext {
  readonly graph: GraphBuilder;
  readonly tape: GraphTape;
  /** Null in the evaluation pass: moving statistics are used, and dropout does nothing. */
  readonly training: TrainingContext | null;
  /** False where TensorFlow may refuse convolutions in groups, or their gradients: each group is convolved by itself then. */
  readonly groups: boolean;
  /** False where TensorFlow may refuse gradients of dilated convolutions: zeros go into the kernel then. */
  readonly dilations: boolean;
}

export interface TrainingContext {
  /** Whether the layer is frozen: batch normalisation then uses its moving statistics, and leaves them as they are. */
  readonly frozen: boolean;
  /** Asks that the variable behind `statistic` takes this value at the end of the step. */
  moveStatistic(statistic: GraphTensor, value: GraphTensor): void;
  /** Key (uint64) of the random numbers of the next op in this layer that draws some. */
  randomKey(): GraphTensor;
  /** Counter (two uint64) of this step's random numbers. */
  randomCounter(): GraphTensor;
}
