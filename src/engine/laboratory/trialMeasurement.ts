import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import { mainOutput } from '../../network/graph/mainOutput';
import { upstream, wire } from '../../network/graph/wiring';
import { diagnose } from '../../network/health/diagnose';
import { depthNorms } from '../../network/health/flowOfSnapshot';
import { judgeFlow } from '../../network/health/flowVerdict';
import { nothingObserved } from '../../network/health/observation';
import type { Snapshot } from '../../network/health/snapshot';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { snapshotOf } from '../observation/snapshotOf';
import type { KeptRun } from '../runs/keptRun';

/** What the trial's run recorded, as the laboratory compares it. `seconds` is the time that it took. */
export function measureTrial(trial: string, kept: KeptRun, seconds: number): TrialResult {
  const { metrics, lastStep, place, document } = kept;
  const last = metrics.epochs.at(-1);
  const finished = metrics.end?.reason === 'finished';
  const analysis = analyse(document);
  const ends = measuredEnds(kept, analysis);
  const verdicts =
    ends === null ? [] : diagnose({ ...nothingObserved, document, analysis, snapshots: [ends.first] });
  return {
    trial,
    run: place.folder,
    end: finished ? 'finished' : 'diverged',
    message: metrics.end?.message ?? null,
    steps: lastStep,
    trainingLoss: finite(last?.loss),
    trainingError: errorOf(last?.metric),
    validationLoss: last?.validationLoss ?? null,
    validationError: errorOf(last?.validationMetric),
    firstSlope: slopeOf(ends?.first),
    lastSlope: slopeOf(ends?.last),
    zeroLayers: (ends?.first.nodes ?? []).filter(
      ({ depth, gradientNorm }) => depth !== null && gradientNorm === 0,
    ).length,
    verdicts: verdicts.map(({ kind }) => kind),
    imagesPerSecond: last?.imagesPerSecond ?? 0,
    seconds,
  };
}

/** The first step that was measured and the last; null where nothing was. */
function measuredEnds({ document, telemetry }: KeptRun, analysis: Analysis) {
  if (telemetry === null || telemetry.stepCount === 0) return null;
  const main = mainOutput(document.nodes);
  const leading = upstream(wire(document), main === undefined ? [] : [main.id]);
  const at = (row: number) =>
    snapshotOf(document, analysis, leading, telemetry, telemetry.rows(row, row + 1));
  return { first: at(0), last: at(telemetry.stepCount - 1) };
}

/** Decades per ten layers on the way back to the input; layers whose gradient is exactly 0 have no logarithm. */
function slopeOf(snapshot: Snapshot | undefined): number | null {
  if (snapshot === undefined) return null;
  const flow = judgeFlow(depthNorms(snapshot).filter(({ log10Norm }) => Number.isFinite(log10Norm)));
  return flow.type === 'trend' ? -10 * flow.fit.slope : null;
}

function errorOf(accuracy: number | null | undefined): number | null {
  return typeof accuracy === 'number' && Number.isFinite(accuracy) ? 1 - accuracy : null;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
