import { performance } from 'node:perf_hooks';
import type { Experiment } from '../../network/laboratory/experiment';
import { failedResult, type TrialResult } from '../../network/laboratory/trialResult';
import { layersOf, type Trial } from '../../network/laboratory/trials';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { describeFailure } from '../train/failure';
import { lacksMemory } from '../train/memoryLack';
import type { LaboratoryFile } from './laboratoryFile';
import { RemainingTime } from './remainingTime';
import { type Bench, runNameOf, runTrial } from './runTrial';

export type LaboratoryProgress = Omit<EngineEventOf<'laboratoryProgress'>, 'type'>;

export interface ExperimentListener {
  /** A trial goes on. */
  progress(progress: LaboratoryProgress): void;
  /** A trial is done and written down. */
  done(result: TrialResult): void;
}

/**
 * Runs the trials of an experiment that have no result yet, one after the other, each written down as it is done. False
 * where it was stopped before the end. Throws an AdviceError where it can't go on; what is done is kept.
 */
export async function runExperiment(
  file: LaboratoryFile,
  bench: Omit<Bench, 'tell'>,
  listener: ExperimentListener,
): Promise<boolean> {
  const { experiment, open } = file;
  const total = open.length + file.results.length;
  const time = new RemainingTime(
    open.map(({ setting }) => layersOf(setting.depth)),
    () => performance.now() / 1000,
  );
  for (const trial of open) {
    const tell = (step: number, steps: number): void =>
      listener.progress({
        experiment: experiment.id,
        trial: trial.id,
        done: file.results.length,
        ...{ total, step, steps },
        secondsLeft: time.left(steps === 0 ? 0 : step / steps),
      });
    tell(0, 0);
    if (!(await bench.control.turn())) return false;
    const outcome = await attempt(experiment, trial, { ...bench, tell });
    if (outcome === null) return false;
    time.trialEnds();
    file.add(outcome.result);
    listener.done(outcome.result);
    if (outcome.spent !== null) throw outcome.spent;
  }
  return true;
}

interface Outcome {
  readonly result: TrialResult;
  /** Memory that ran out: no other trial would train in this process. */
  readonly spent: unknown;
}

/** A trial that fails by itself is a result; what would fail for all others too, as a full disk, ends the experiment. */
async function attempt(experiment: Experiment, trial: Trial, bench: Bench): Promise<Outcome | null> {
  try {
    const result = await runTrial(experiment, trial, bench);
    return result === null ? null : { result, spent: null };
  } catch (error) {
    const spent = lacksMemory(error) ? error : null;
    if (error instanceof AdviceError && spent === null) throw error;
    const { message } = describeFailure(error);
    return { result: failedResult(trial.id, runNameOf(experiment, trial), message), spent };
  }
}
