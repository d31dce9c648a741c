import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectSchema } from '../../network/graph/projectSchema';
import type { Experiment } from '../../network/laboratory/experiment';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { type Trial, trialDocument } from '../../network/laboratory/trials';
import type { EngineEvent } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import type { Runtime } from '../devices/runtime';
import { openKeptRun } from '../runs/keptRun';
import { RunFolder } from '../runs/runFolder';
import { describeRun } from '../runs/runRecord';
import { checkTrainable } from '../train/checkTrainable';
import { resumeRun } from '../train/resumeRun';
import type { RunControl } from '../train/runControl';
import { TrainingRun } from '../train/trainingRun';
import { measureTrial } from './trialMeasurement';

/** What trials are run with. */
export interface Bench {
  readonly runtime: Runtime;
  readonly dataset: LoadedDataset;
  /** Folder that every trial's run gets a folder of its own in. */
  readonly runsFolder: string;
  /** The built file of the thread that prepares batches. */
  readonly batchWorker: string | undefined;
  readonly control: RunControl;
  /** Hears how many steps of the trial are done, of so many. */
  readonly tell: (step: number, steps: number) => void;
}

/** Name of the folder of a trial's run; all runs of an experiment begin with its id, which is their group. */
export function runNameOf({ id }: Experiment, trial: Trial): string {
  return `${id}-${trial.id}`;
}

/**
 * Trains one trial to its end and measures it; null where it was stopped. A run that was cut off before goes on from its
 * last checkpoint, or is done again where it has none; one that had ended is only measured.
 */
export async function runTrial(
  experiment: Experiment,
  trial: Trial,
  bench: Bench,
): Promise<TrialResult | null> {
  const startedAt = performance.now();
  const path = join(bench.runsFolder, runNameOf(experiment, trial));
  const before = existsSync(join(path, 'run.json')) ? openKeptRun(path) : null;
  if (!hasEnded(before)) {
    const run = prepare(experiment, trial, path, bench);
    try {
      await train(run, trialDocument(experiment, trial).training.epochs, trial, bench);
    } finally {
      run.dispose();
    }
  }
  const kept = openKeptRun(path);
  return hasEnded(kept) ? measureTrial(trial.id, kept, (performance.now() - startedAt) / 1000) : null;
}

function hasEnded(kept: ReturnType<typeof openKeptRun> | null): boolean {
  const reason = kept?.metrics.end?.reason;
  return reason === 'finished' || reason === 'diverged';
}

function prepare(experiment: Experiment, trial: Trial, path: string, bench: Bench): TrainingRun {
  const { runtime, dataset, batchWorker } = bench;
  const kept = existsSync(join(path, 'run.json')) ? openKeptRun(path) : null;
  if (kept !== null && kept.checkpoint !== null)
    return resumeRun(kept, { runtime, dataset, batchWorker, checkpointEvery: undefined }).run;
  // Cut off before its first checkpoint, or before its record was whole: there is nothing to go on from.
  rmSync(path, { recursive: true, force: true });
  const project = projectSchema.parse(trialDocument(experiment, trial));
  const { document, analysis } = checkTrainable(project);
  const executor = runtime.createExecutor(document, analysis);
  const group = experiment.id;
  try {
    return new TrainingRun({
      ...{ document, analysis, dataset, executor, batchWorker },
      openFolder: (sizes) =>
        RunFolder.create(path, describeRun(document, dataset, sizes, runtime.device, new Date(), { group })),
    });
  } catch (error) {
    executor.dispose();
    throw error;
  }
}

async function train(
  run: TrainingRun,
  epochs: number,
  { id }: Trial,
  { control, tell }: Bench,
): Promise<void> {
  let steps = 0;
  let unwritten: AdviceError | null = null;
  const send = (event: EngineEvent): void => {
    if (event.type === 'started') steps = event.epochs * event.stepsPerEpoch;
    if (event.type === 'telemetry') tell(event.steps.at(-1) ?? 0, steps);
    if (event.type === 'noted') unwritten = new AdviceError(event.message, event.advice);
    // Only a folder that can't be written to pauses a trial, and nobody is there to resume it.
    if (event.type === 'paused') control.stop();
  };
  await run.train({ runId: id, epochs, stopAfterSteps: null, control, send });
  if (unwritten !== null) throw unwritten;
}
