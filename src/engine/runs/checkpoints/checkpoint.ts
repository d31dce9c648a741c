import { z } from 'zod';
import type { Shape } from '../../../network/layers/shape';
import { decodeSafetensors, type NamedTensor } from '../safetensors';
import { isIntact } from './seal';

/** What JSON can hold: the state of a run besides its tensors, such as running sums of the epoch under way. */
export type CheckpointState = z.infer<typeof stateSchema>;

const stateSchema = z.json();

/** What a run goes on from. */
export interface Checkpoint {
  /** Steps done. */
  readonly step: number;
  readonly epochsDone: number;
  /** As it was given; null in checkpoints that have none. */
  readonly state: CheckpointState;
  /** Weights and moving statistics by `node/name`. */
  readonly weights: ReadonlyMap<string, NamedTensor>;
  /** The optimizer's variables. */
  readonly optimizer: ReadonlyMap<string, NamedTensor>;
}

const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const checkpointMetadataSchema = z.object({
  format: z.literal('layerwise-checkpoint'),
  step: count,
  epochs: count,
  state: z
    .string()
    .default('null')
    .transform((text): unknown => JSON.parse(text))
    .pipe(stateSchema),
});

/** Reads what encodeCheckpoint wrote. Throws an Error that says what is wrong, as in "it is cut off". */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  const { tensors, metadata } = decodeSafetensors(bytes);
  // The first Layerwise wrote neither a digest nor a state.
  if (!(isIntact(bytes) ?? !('state' in metadata))) throw new Error('its content does not match its SHA-256');
  const { step, epochs, state } = parseMetadata(metadata);
  return {
    step,
    epochsDone: epochs,
    state,
    weights: withoutPrefix(tensors, 'weights/'),
    optimizer: withoutPrefix(tensors, 'optimizer/'),
  };
}

/** Throws an Error where the checkpoint holds other weights than these. */
export function checkWeights({ weights }: Checkpoint, expected: ReadonlyMap<string, Shape>): void {
  for (const [name, shape] of expected) {
    const found = weights.get(name);
    if (found === undefined) throw new Error(`it lacks the weight ${name} of this network`);
    if (found.shape.join('×') !== shape.join('×'))
      throw new Error(
        `its weight ${name} is ${found.shape.join('×')}, and this network's ${shape.join('×')}`,
      );
  }
  for (const name of weights.keys())
    if (!expected.has(name)) throw new Error(`it holds the weight ${name}, which this network has not`);
}

function parseMetadata(metadata: Readonly<Record<string, string>>): z.infer<typeof checkpointMetadataSchema> {
  try {
    return checkpointMetadataSchema.parse(metadata);
  } catch {
    throw new Error('it does not say which step it was taken at');
  }
}

function withoutPrefix(
  tensors: ReadonlyMap<string, NamedTensor>,
  prefix: string,
): ReadonlyMap<string, NamedTensor> {
  return new Map(
    [...tensors].flatMap(([name, tensor]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), tensor] as const] : [],
    ),
  );
}
