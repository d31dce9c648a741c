import { randomBytes } from 'node:crypto';
import type { Analysis } from '../../network/analysis/analysis';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import type { NetworkDocument } from '../../network/graph/document';
import { onEqualTerms } from '../../network/twin/equalTerms';
import type { EngineCommand, EngineEvent } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import { loadRuntime, runtimeName } from '../devices/runtime';
import type { EngineOptions } from '../engineOptions';
import type { RunShelf } from '../runs/runShelf';
import { checkTrainable } from './checkTrainable';
import { newRun } from './newRun';
import type { RunControl } from './runControl';
import { takeTurns } from './takingTurns';
import type { TrainingRun } from './trainingRun';

type TwinCommand = Extract<EngineCommand, { type: 'trainTwin' }>;

/** What two runs take of the engine. */
export interface TwinParts {
  /** Both can be trained: whatever was trained before gives way. */
  readonly begin: () => void;
  /** Of both. */
  readonly control: RunControl;
  readonly options: EngineOptions;
  readonly runs: RunShelf;
  readonly send: (event: EngineEvent) => void;
  /** Null where the run was stopped meanwhile. */
  readonly read: (
    reference: DatasetReference,
    tell: (activity: string, progress: number | null) => void,
  ) => Promise<LoadedDataset | null>;
  readonly fail: (runId: string, error: unknown) => void;
}

interface TwinSide {
  readonly runId: string;
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
}

/**
 * Trains two networks on equal terms, a step each in turn. Each is a plain run with a folder of its own; where one
 * fails or diverges, the other goes on. Returns the first run, for whoever continues it; null where it has none.
 */
export async function trainTwin(command: TwinCommand, parts: TwinParts): Promise<TrainingRun | null> {
  const { control, send, fail } = parts;
  const { runId, twinId } = command;
  const prepare = (activity: string, progress: number | null = null): void => {
    for (const id of [runId, twinId]) send({ type: 'preparing', runId: id, activity, progress });
  };
  try {
    const sides = checkBoth(command);
    parts.begin();
    prepare(`Loading ${runtimeName()}`);
    const { preparation } = await loadRuntime();
    const dataset = await parts.read(sides[0].document.training.dataset, prepare);
    if (dataset !== null) prepare(preparation);
    if (dataset === null || !(await control.turn())) {
      for (const id of [runId, twinId])
        send({ type: 'ended', runId: id, reason: 'stopped', step: 0, message: null, node: null });
      return null;
    }
    return await trainBoth(sides, dataset, parts);
  } catch (error) {
    for (const id of [runId, twinId]) fail(id, error);
    return null;
  }
}

/** Throws an AdviceError that names the network which can't be trained. */
function checkBoth({ runId, twinId, project, twin }: TwinCommand): readonly [TwinSide, TwinSide] {
  const first = namingIts(project.name, () => checkTrainable(project));
  const second = namingIts(twin.name, () => {
    const { document, analysis } = checkTrainable(twin);
    return { document: onEqualTerms(first.document, document), analysis };
  });
  return [
    { runId, ...first },
    { runId: twinId, ...second },
  ];
}

function namingIts<Result>(network: string, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    throw new AdviceError(`${network}: ${error.message}`, error.advice, { cause: error });
  }
}

async function trainBoth(
  sides: readonly [TwinSide, TwinSide],
  dataset: LoadedDataset,
  parts: TwinParts,
): Promise<TrainingRun | null> {
  const group = `twin-${randomBytes(6).toString('hex')}`;
  const made: (TrainingRun | null)[] = [];
  try {
    const runtime = await loadRuntime();
    const { runs, options, send } = parts;
    for (const side of sides) {
      const { run, note } = newRun(side, { runtime, dataset, runs, options, group });
      made.push(run);
      if (note !== null) send({ type: 'noted', runId: side.runId, ...note });
    }
  } catch (error) {
    for (const run of made) run?.dispose();
    throw error;
  }
  const runs = [...made];
  await takeTurns(
    parts.control,
    sides.map(({ runId, document }, place) => async (control) => {
      const { send, fail, options } = parts;
      const { epochs } = document.training;
      const stopAfterSteps = options.stopAfterSteps ?? null;
      try {
        await made[place]?.train({ runId, epochs, stopAfterSteps, control, send });
      } catch (error) {
        runs[place]?.dispose();
        runs[place] = null;
        fail(runId, error);
      }
    }),
  );
  const [first = null, second = null] = runs;
  second?.dispose();
  return first;
}
