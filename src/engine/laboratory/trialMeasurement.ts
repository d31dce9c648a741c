import { analyse } from '../../network/analysis/analyse';
import { mainOutput } from '../../network/graph/mainOutput';
import { upstream, wire } from '../../network/graph/wiring';
import { type DepthNorm, judgeFlow } from '../../network/health/flowVerdict';
import type { TrialResult } from '../../network/laboratory/trialResult';
import type { KeptRun } from '../runs/keptRun';

/** What the trial's run recorded, as the laboratory compares it. `seconds` is the time that it took. */
export function measureTrial(trial: string, kept: KeptRun, seconds: number): TrialResult {
  const { metrics, lastStep, place } = kept;
  const last = metrics.epochs.at(-1);
  const finished = metrics.end?.reason === 'finished';
  const { first, latest } = profilesOf(kept);
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
    firstSlope: slopeOf(first),
    lastSlope: slopeOf(latest),
    zeroLayers: first.filter(({ log10Norm }) => log10Norm === Number.NEGATIVE_INFINITY).length,
    verdicts: verdictsOf(first),
    imagesPerSecond: last?.imagesPerSecond ?? 0,
    seconds,
  };
}

/** The layers with kernels and their gradients at the first step and at the last that was measured. */
function profilesOf({ document, telemetry }: KeptRun): {
  readonly first: readonly DepthNorm[];
  readonly latest: readonly DepthNorm[];
} {
  if (telemetry === null || telemetry.stepCount === 0) return { first: [], latest: [] };
  const analysis = analyse(document);
  const main = mainOutput(document.nodes);
  const leading = upstream(wire(document), main === undefined ? [] : [main.id]);
  const profileAt = (row: number): readonly DepthNorm[] => {
    const { activationGradientNorms, updateRatios } = telemetry.rows(row, row + 1);
    return telemetry.nodes.flatMap(({ id, label }, index) => {
      const node = analysis.nodes.get(id);
      if (node === undefined || !leading.has(id) || !node.weights.some(({ decays }) => decays)) return [];
      const log10Norm = Math.log10(activationGradientNorms[index] ?? Number.NaN);
      const ratio = updateRatios[telemetry.weights.findIndex((weight) => weight.node === id)] ?? 0;
      const log10UpdateRatio = ratio > 0 ? Math.log10(ratio) : null;
      return [{ label, depth: node.depth, log10Norm, log10UpdateRatio }];
    });
  };
  return { first: profileAt(0), latest: profileAt(telemetry.stepCount - 1) };
}

/** Decades per ten layers on the way back to the input; layers whose gradient is exactly 0 have no logarithm. */
function slopeOf(profile: readonly DepthNorm[]): number | null {
  const flow = judgeFlow(profile.filter(({ log10Norm }) => Number.isFinite(log10Norm)));
  return flow.type === 'trend' ? -10 * flow.fit.slope : null;
}

function verdictsOf(profile: readonly DepthNorm[]): string[] {
  const flow = judgeFlow(profile);
  if (flow.type === 'cutOff') return ['vanishing'];
  return flow.type === 'trend' && flow.health !== 'healthy' ? [flow.health] : [];
}

function errorOf(accuracy: number | null | undefined): number | null {
  return typeof accuracy === 'number' && Number.isFinite(accuracy) ? 1 - accuracy : null;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
