import { assertNever } from '../assertNever';
import type { TrainingSettings } from '../graph/trainingSettings';
import { elementCount } from '../layers/shape';
import type { Analysis, NodeAnalysis } from './analysis';

/** Values are 32-bit floating point numbers, in all executors. */
export const bytesPerValue = 4;

/** Memory of a training step, in bytes, by what takes it. */
export interface TrainingMemory {
  readonly weights: number;
  /** One gradient for each trainable parameter. */
  readonly weightGradients: number;
  /** Momentum, mean squares …: what the update rule keeps for each trainable parameter. */
  readonly optimizer: number;
  /** The outputs of all layers for a batch, which the backward pass reads again. */
  readonly activations: number;
  /** The widest place of the backward pass: the gradients of a layer's output and of its inputs. */
  readonly activationGradients: number;
  readonly total: number;
}

/**
 * What a training step holds at once, for the batch size and update rule of these settings: an account of the
 * tensors, in which every layer's output is kept until the backward pass has used it. The program itself,
 * TensorFlow's work space and its reserve come on top.
 */
export function trainingMemory(
  { nodes, totals }: Analysis,
  { batchSize, optimizer }: TrainingSettings,
): TrainingMemory {
  const trained = [...nodes.values()].filter(({ usedInTraining }) => usedInTraining);
  const weights = (totals.trainable + totals.nonTrainable) * bytesPerValue;
  const weightGradients = totals.trainable * bytesPerValue;
  const optimizerState = totals.trainable * slotsPerParameter(optimizer) * bytesPerValue;
  const activations = trained.reduce((sum, node) => sum + activationBytes(node) * batchSize, 0);
  const activationGradients = trained.reduce(
    (widest, node) => Math.max(widest, (activationBytes(node) + inputBytes(node)) * batchSize),
    0,
  );
  const parts = { weights, weightGradients, optimizer: optimizerState, activations, activationGradients };
  return { ...parts, total: Object.values(parts).reduce((sum, bytes) => sum + bytes, 0) };
}

/** Memory of a layer's output for one example, in bytes; 0 where its shape is unknown. */
export function activationBytes({ outputShape }: NodeAnalysis): number {
  return outputShape === null ? 0 : elementCount(outputShape) * bytesPerValue;
}

function inputBytes({ inputShapes }: NodeAnalysis): number {
  return inputShapes.reduce(
    (sum, shape) => sum + (shape === null ? 0 : elementCount(shape) * bytesPerValue),
    0,
  );
}

/** Numbers that the update rule keeps beside each trainable parameter; see docs/optimizers.md. */
export function slotsPerParameter(optimizer: TrainingSettings['optimizer']): number {
  switch (optimizer.type) {
    case 'sgd':
      return 0;
    case 'momentum':
    case 'nesterov':
      return 1;
    case 'rmsprop':
    case 'adam':
    case 'adamw':
      return 2;
    default:
      return assertNever(optimizer);
  }
}
