import { elementCount, type Shape } from '../../../network/layers/shape';
import type { TrainingExecutor } from '../../trainingExecutor';
import { encodeSafetensors, type NamedTensor } from '../safetensors';
import type { CheckpointState } from './checkpoint';
import { openSeal, seal } from './seal';

/** What a checkpoint is taken of. */
export interface CheckpointSource {
  readonly executor: Pick<TrainingExecutor, 'readWeights' | 'readOptimizerState'>;
  /** Shape of each weight by `node/name`, moving statistics included. */
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly step: number;
  readonly epochsDone: number;
  /** What else the run needs to go on. NaN and infinity have no place in JSON: they become null. */
  readonly state?: CheckpointState;
}

/**
 * Weights as `weights/<node>/<name>` and the optimizer's variables as `optimizer/<name>`, with step, epochs and state
 * as metadata: what a run needs to go on exactly. A digest of the whole file is in the metadata too.
 */
export function encodeCheckpoint({
  executor,
  shapes,
  step,
  epochsDone,
  state,
}: CheckpointSource): Uint8Array {
  const tensors = new Map<string, NamedTensor>();
  for (const [name, values] of executor.readWeights())
    tensors.set(`weights/${name}`, { shape: shapes.get(name) ?? [values.length], values });
  for (const [name, values] of executor.readOptimizerState())
    tensors.set(`optimizer/${name}`, { shape: shapeOfSlot(name, values.length, shapes), values });
  return seal(
    encodeSafetensors(tensors, {
      format: 'layerwise-checkpoint',
      ...openSeal,
      step: String(step),
      epochs: String(epochsDone),
      state: JSON.stringify(state ?? null),
    }),
  );
}

/** A slot such as a momentum has the shape of its weight, whose name its own begins with; others are flat. */
function shapeOfSlot(name: string, length: number, shapes: ReadonlyMap<string, Shape>): Shape {
  for (const [weight, shape] of shapes)
    if (name.startsWith(`${weight}/`) && elementCount(shape) === length) return shape;
  return [length];
}
