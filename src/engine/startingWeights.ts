import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Analysis } from '../network/analysis/analysis';
import { assertNever } from '../network/assertNever';
import type { StartingWeightsReference } from '../network/graph/startingWeights';
import type { Shape } from '../network/layers/shape';
import { AdviceError } from './adviceError';
import { CheckpointFiles, checkpointFile } from './runs/checkpoints/checkpointFiles';
import { isIntact } from './runs/checkpoints/seal';
import { readingFault } from './runs/fileFault';
import { readWholeFile } from './runs/readWholeFile';
import type { RunRecord, StartingWeightsRecord } from './runs/runRecord';
import { decodeSafetensors, type NamedTensor } from './runs/safetensors';

/** Weights that a network can begin with in place of drawn ones. */
export interface StartingWeights {
  /** The file that they are from. */
  readonly path: string;
  /** Of the whole file, in hexadecimal digits. */
  readonly sha256: string;
  /** Weights and moving statistics by `node/name`. */
  readonly tensors: ReadonlyMap<string, NamedTensor>;
}

/** Which weights of a network are among the starting weights, by name and shape. */
export interface TakenWeights {
  readonly taken: ReadonlyMap<string, Float32Array>;
  /** Weights that are left as they were drawn, in the order of the network. */
  readonly drawn: readonly {
    /** The layer's id. */
    readonly node: string;
    /** `node/name` */
    readonly name: string;
    readonly shape: Shape;
    /** The shape under this name in the file; null where it has none. */
    readonly found: Shape | null;
  }[];
  /** For run.json. */
  readonly record: StartingWeightsRecord;
}

/** Of one file: the most that Node reads at once, 2 GiB. */
const mostBytes = 2 ** 31 - 1;

const prefix = 'weights/';

/**
 * Reads a safetensors file of weights, as `layerwise import` and `layerwise export` write it, a checkpoint, or the best
 * checkpoint of the run whose folder is named. Throws an AdviceError where there is none that can be read.
 */
export function readStartingWeights(path: string): StartingWeights {
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? bestOf(path) : path;
  try {
    const bytes = readWholeFile(file, mostBytes);
    if (isIntact(bytes) === false) throw new Error('its content does not match its SHA-256');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { path: file, sha256, tensors: weightsAmong(decodeSafetensors(bytes).tensors) };
  } catch (cause) {
    throw new AdviceError(
      `${file} ${readingFault(cause)}.`,
      'Name a safetensors file of weights, or the folder of a run.',
      { cause },
    );
  }
}

/**
 * Reads what a document names: a file that must be what it was, or the best checkpoint of a run in `runsFolder` (null where
 * this engine keeps none). Throws an AdviceError where that can't be had.
 */
export function openStartingWeights(
  reference: StartingWeightsReference,
  runsFolder: string | null,
): StartingWeights {
  switch (reference.type) {
    case 'run':
      if (runsFolder === null)
        throw new AdviceError(
          `The weights of the run ${reference.run} can't be found: no runs are kept here.`,
          'Name the folder of the run instead, with --weights.',
        );
      return readStartingWeights(join(runsFolder, reference.run));
    case 'file': {
      if (!isAbsolute(reference.path))
        throw new AdviceError(
          `${reference.path} can't be found: it says where it lies from the project's folder on, and that isn't known here.`,
          'Open the project from its folder, or choose the weights again.',
        );
      const weights = readStartingWeights(reference.path);
      if (weights.sha256 !== reference.sha256)
        throw new AdviceError(
          `${reference.path} is not the file that the project starts from: it has changed since it was chosen.`,
          'Put the same file back, or choose it again.',
        );
      return weights;
    }
    default:
      return assertNever(reference);
  }
}

/** Takes the trained network's weights whose name and shape agree; the rest stays as it was drawn. */
export function takeWeights({ path, sha256, tensors }: StartingWeights, analysis: Analysis): TakenWeights {
  const taken = new Map<string, Float32Array>();
  const drawn: TakenWeights['drawn'][number][] = [];
  for (const [node, { weights, usedInTraining }] of analysis.nodes) {
    if (!usedInTraining) continue;
    for (const weight of weights) {
      const { shape } = weight;
      const name = `${node}/${weight.name}`;
      const found = tensors.get(name);
      if (found?.shape.join('×') === shape.join('×')) taken.set(name, found.values);
      else drawn.push({ node, name, shape, found: found?.shape ?? null });
    }
  }
  return { taken, drawn, record: { path, sha256, drawn: drawn.map(({ name }) => name) } };
}

/**
 * The weights that a run began with, by `node/name`; none where all were drawn. Throws an AdviceError where their file is
 * gone or has changed.
 */
export function takeRecordedWeights(
  { startingWeights }: Pick<RunRecord, 'startingWeights'>,
  analysis: Analysis,
): ReadonlyMap<string, Float32Array> {
  if (startingWeights === undefined) return new Map();
  const now = readStartingWeights(startingWeights.path);
  if (now.sha256 !== startingWeights.sha256)
    throw new AdviceError(
      `${now.path} is not the file that the run began with: it has changed since.`,
      'Put the same file back, or train a new run from the one that is there.',
    );
  return takeWeights(now, analysis).taken;
}

/** A checkpoint names its weights `weights/node/name`, and the optimizer's variables otherwise. */
function weightsAmong(tensors: ReadonlyMap<string, NamedTensor>): ReadonlyMap<string, NamedTensor> {
  const ofCheckpoint = [...tensors].filter(([name]) => name.startsWith(prefix));
  if (ofCheckpoint.length === 0) return tensors;
  return new Map(ofCheckpoint.map(([name, tensor]) => [name.slice(prefix.length), tensor]));
}

function bestOf(folder: string): string {
  const checkpoints = join(folder, 'checkpoints');
  return join(checkpoints, checkpointFile(new CheckpointFiles(checkpoints).readBest().name));
}
