import type { StoreApi } from 'zustand';
import { diagnose } from '../../network/health/diagnose';
import type { Verdict } from '../../network/health/healthVerdict';
import { createPerTab, type PerTab } from '../tabs/perTab';
import type { TabId } from '../tabs/tabRow';
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

type Runs = PerTab<RunState>;
type DiagnosisStore = PerTab<Diagnosis>;

const nothing: Diagnosis = { run: null, step: 0, verdicts: [], missing: [] };

/** What is wrong with each tab's run, as its last measured step shows it. */
export const useDiagnosis = createPerTab<Diagnosis>(() => nothing);

/** The same of the run that it is compared with. */
export const useTwinDiagnosis = createPerTab<Diagnosis>(() => nothing);

/** Shortest time between two judgements of a run, in ms. */
const pause = 1000;
/** Samples after which there is time to ask what the images are like. */
const samplesBeforeAsking = 20;
/** Longest wait for a moment in which the page has nothing to do, in ms. */
const patience = 300;

/** Keeps the diagnoses of both runs of each tab up to date. Returns the way to stop. */
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
  const judges = new Map<TabId, Judge>();
  return runs.follow((tab, { run, paint, phase }, before) => {
    if (run === before.run && paint === before.paint && phase === before.phase) return;
    const judge = judges.get(tab) ?? new Judge(runs, others, diagnosis, tab);
    judges.set(tab, judge);
    if (run?.log !== before.run?.log) judge.forget();
    if (run !== null) judge.judgeSoon();
  });
}

/** Of one tab's run. */
class Judge {
  readonly #runs: Runs;
  readonly #others: Runs;
  readonly #diagnosis: DiagnosisStore;
  readonly #tab: TabId;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #last = Number.NEGATIVE_INFINITY;

  constructor(runs: Runs, others: Runs, diagnosis: DiagnosisStore, tab: TabId) {
    this.#runs = runs;
    this.#others = others;
    this.#diagnosis = diagnosis;
    this.#tab = tab;
  }

  /** Another run has begun. */
  forget(): void {
    this.#diagnosis.of(this.#tab).setState(nothing);
    this.#last = Number.NEGATIVE_INFINITY;
  }

  judgeSoon(): void {
    this.#wait(Math.max(0, this.#last + pause - performance.now()));
  }

  #wait(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#last = performance.now();
      requestIdleCallback(() => this.#judge(), { timeout: patience });
    }, milliseconds);
  }

  #judge(): void {
    const { getState } = this.#runs.of(this.#tab);
    judgeRun(getState(), runBeside(this.#others, this.#tab), this.#diagnosis.of(this.#tab));
    const { run } = getState();
    if (run !== null && run.log.length >= samplesBeforeAsking)
      askForDataFacts(run.document.training, () => this.#wait(0));
  }
}

function judgeRun(
  { run, phase, latest }: RunState,
  beside: Run | null,
  diagnosis: StoreApi<Diagnosis>,
): void {
  const observation = run === null ? null : observe({ run, phase, latest }, beside);
  if (observation === null) return;
  diagnosis.setState({
    run,
    step: observation.snapshots.at(-1)?.step ?? 0,
    verdicts: diagnose(observation),
    missing: notMeasured(observation),
  });
}
