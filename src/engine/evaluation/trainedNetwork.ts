import { basename, join } from 'node:path';
import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { CheckpointChoice } from '../../protocol/evaluationMessages';
import { AdviceError } from '../adviceError';
import { CheckpointFiles, type CheckpointName } from '../runs/checkpoints/checkpointFiles';
import { openRunFolder } from '../runs/openRunFolder';
import type { RunRecord } from '../runs/runRecord';
import { weightShapes } from '../runs/weightShapes';

interface UsedCheckpoint {
  readonly name: CheckpointName;
  readonly step: number;
  readonly epochsDone: number;
}

/** A run's network with the weights of one of its checkpoints, or a project's with those that it begins with. */
export interface TrainedNetwork {
  /** Name of the run's folder; null for a project. */
  readonly folder: string | null;
  /** Null for a project. */
  readonly record: RunRecord | null;
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  /** Null for a project. */
  readonly checkpoint: UsedCheckpoint | null;
  /** By `node/name`; of a project's those that are not there are drawn. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /** What was validated at the checkpoint's step; null where nothing was. */
  readonly recorded: { readonly loss: number; readonly metric: number } | null;
}

/** What a run's network has beyond a project's. */
interface TrainedInRun {
  readonly folder: string;
  readonly record: RunRecord;
  readonly checkpoint: UsedCheckpoint;
}

/**
 * Reads what a run has trained; where the checkpoint that is asked for can't be read, another one that is whole. Throws an
 * AdviceError where there is none.
 */
export function openTrained(path: string, choice: CheckpointChoice): TrainedNetwork & TrainedInRun {
  const { record, checkpoints, metrics } = openRunFolder(path);
  if (checkpoints.length === 0)
    throw new AdviceError(
      'This run has kept no weights yet.',
      'They are kept at the end of each epoch, each half minute, and at Pause and Stop: train on a little, or stop the run.',
    );
  const { document } = record;
  const analysis = analyse(document);
  const files = new CheckpointFiles(join(path, 'checkpoints'));
  const shapes = weightShapes(analysis);
  const { checkpoint, name } = choice === 'best' ? files.readBest(shapes) : files.readLast(shapes);
  const { step, epochsDone, weights } = checkpoint;
  const epoch = metrics.lines.findLast((line) => line.type === 'epoch' && line.step === step);
  return {
    ...{ folder: basename(path), record, document, analysis },
    checkpoint: { name, step, epochsDone },
    weights: new Map([...weights].map(([weight, { values }]) => [weight, values])),
    recorded: epoch?.type === 'epoch' ? recordedOf(epoch) : null,
  };
}

function recordedOf({
  validationLoss,
  validationAccuracy,
}: {
  readonly validationLoss: number | null;
  readonly validationAccuracy: number | null;
}): TrainedNetwork['recorded'] {
  if (validationLoss === null || validationAccuracy === null) return null;
  return { loss: validationLoss, metric: validationAccuracy };
}
