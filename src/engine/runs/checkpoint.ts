import { elementCount, type Shape } from '../../network/layers/shape';
import type { TrainingExecutor } from '../trainingExecutor';
import { encodeSafetensors, type NamedTensor } from './safetensors';

/** What a checkpoint is taken of. */
export interface CheckpointSource {
  readonly executor: TrainingExecutor;
  /** Shape of each weight by `node/name`, moving statistics included. */
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly step: number;
  readonly epochsDone: number;
}

/**
 * Weights as `weights/<node>/<name>` and the optimizer's variables as `optimizer/<name>`, with step and epoch as
 * metadata: what a run needs to go on exactly.
 */
export function encodeCheckpoint({ executor, shapes, step, epochsDone }: CheckpointSource): Uint8Array {
  const tensors = new Map<string, NamedTensor>();
  for (const [name, values] of executor.readWeights())
    tensors.set(`weights/${name}`, { shape: shapes.get(name) ?? [values.length], values });
  for (const [name, values] of executor.readOptimizerState())
    tensors.set(`optimizer/${name}`, { shape: shapeOfSlot(name, values.length, shapes), values });
  return encodeSafetensors(tensors, {
    format: 'layerwise-checkpoint',
    step: String(step),
    epochs: String(epochsDone),
  });
}

/** A slot such as a momentum has the shape of its weight, whose name its own begins with; others are flat. */
function shapeOfSlot(name: string, length: number, shapes: ReadonlyMap<string, Shape>): Shape {
  for (const [weight, shape] of shapes)
    if (name.startsWith(`${weight}/`) && elementCount(shape) === length) return shape;
  return [length];
}
