import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { diagnose } from '../../network/health/diagnose';
import type { Verdict } from '../../network/health/healthVerdict';
import type { Run } from '../training/run';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';
import { useTwinRun } from '../twin/twinStore';
import { askForDataFacts } from './dataFacts';
import { notMeasured } from './notMeasured';
import { observe } from './observation';
import { runBeside } from './runBeside';

export interface Diagnosis {
  /** The run that is judged; null while nothing is measured. */
  readonly run: Run | null;
  /** The last step that the verdicts look at. */
  readonly step: number;
  /** Worst first. */
  readonly verdicts: readonly Verdict[];
  /** What can't be judged yet, in sentences. */
  readonly missing: readonly string[];
}

type Runs = StoreApi<RunState>;
type DiagnosisStore = UseBoundStore<StoreApi<Diagnosis>>;

const nothing: Diagnosis = { run: null, step: 0, verdicts: [], missing: [] };

/** What is wrong with the window's run, as its last measured step shows it. */
export const useDiagnosis: DiagnosisStore = create<Diagnosis>(() => nothing);

/** The same of the run that it is compared with. */
export const useTwinDiagnosis: DiagnosisStore = create<Diagnosis>(() => nothing);

/** Shortest time between two judgements of a run, in ms. */
const pause = 1000;
/** Samples after which there is time to ask what the images are like. */
const samplesBeforeAsking = 20;
/** Longest wait for a moment in which the page has nothing to do, in ms. */
const patience = 300;

/** Keeps the diagnoses of both runs up to date. Returns the way to stop. */
export function followDiagnoses(): () => void {
  const stops = [follow(useRun, useTwinRun, useDiagnosis), follow(useTwinRun, useRun, useTwinDiagnosis)];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Judges a run when its first sample comes, then once a second at most while it trains, and when it ends; each time in
 * an idle moment of the page.
 */
function follow(runs: Runs, others: Runs, diagnosis: DiagnosisStore): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const judge = (): void => {
    timer = null;
    last = performance.now();
    requestIdleCallback(
      () => {
        judgeRun(runs.getState(), runBeside(others), diagnosis);
        const { run } = runs.getState();
        if (run !== null && run.log.length >= samplesBeforeAsking)
          askForDataFacts(run.document.training, () => {
            timer ??= setTimeout(judge, 0);
          });
      },
      { timeout: patience },
    );
  };
  return runs.subscribe(({ run, paint, phase }, before) => {
    if (run === before.run && paint === before.paint && phase === before.phase) return;
    if (run?.log !== before.run?.log) {
      diagnosis.setState(nothing);
      last = Number.NEGATIVE_INFINITY;
    }
    if (run === null || timer !== null) return;
    timer = setTimeout(judge, Math.max(0, last + pause - performance.now()));
  });
}

function judgeRun({ run, phase, latest }: RunState, beside: Run | null, diagnosis: DiagnosisStore): void {
  const observation = run === null ? null : observe({ run, phase, latest }, beside);
  if (observation === null) return;
  diagnosis.setState({
    run,
    step: observation.snapshots.at(-1)?.step ?? 0,
    verdicts: diagnose(observation),
    missing: notMeasured(observation),
  });
}
