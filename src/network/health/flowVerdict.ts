import { type HealthThresholds, healthThresholds } from './healthThresholds';
import { gradientThresholds } from './thresholds';

/** A layer with weights and its gradient at one step. */
export interface DepthNorm {
  readonly label: string;
  /** Counted in layers with a kernel from the input. */
  readonly depth: number;
  /** log₁₀‖∂L/∂a‖; −Infinity for an exact zero. */
  readonly log10Norm: number;
  /** log₁₀(‖ΔW‖/‖W‖) of its kernel; null where it isn't known. */
  readonly log10UpdateRatio: number | null;
  /** It ends the network behind an average over the whole image: its norm says nothing of depth, and is left out. */
  readonly readout?: boolean;
}

/** What the gradients of a network do on their way from the last layer with weights back to the first. */
export type FlowVerdict =
  /** One layer with weights or none: there is nothing to compare. */
  | { readonly type: 'tooShort' }
  /** Gradients are exactly zero from this layer back to the first. */
  | { readonly type: 'cutOff'; readonly layer: string; readonly layersBefore: number }
  | {
      readonly type: 'trend';
      readonly health: 'vanishing' | 'healthy' | 'exploding';
      readonly direction: 'shrink' | 'keep' | 'grow';
      /** ≥ 1: by how much they shrink or grow over `layers` layers. */
      readonly factor: number;
      /** 10 where the network is deep enough to say so; null for the way from the last layer to the first. */
      readonly perLayers: number | null;
      readonly last: string;
      readonly first: string;
      /** log₁₀ of the norm against depth: log10Norm ≈ intercept + slope · depth, by least squares. */
      readonly fit: LineFit;
      /** Every layer is below the healthy band, the last one too, so depth is not what makes them small. */
      readonly smallThroughout: boolean;
    };

export interface LineFit {
  readonly slope: number;
  readonly intercept: number;
}

const { healthyLow, levelDecades } = gradientThresholds;

/**
 * Judges a gradient profile. Zeros at the start are told; other norms that are not finite are left out. In a network
 * that is `normalised` gradients that grow are not called exploding, before a step or after: see healthOf.
 */
export function judgeFlow(
  profile: readonly DepthNorm[],
  normalised = false,
  thresholds: HealthThresholds = healthThresholds,
): FlowVerdict {
  const compared = profile.filter(({ readout }) => readout !== true);
  const ordered = compared.toSorted((left, right) => left.depth - right.depth);
  const zeros = ordered.findIndex(({ log10Norm }) => log10Norm !== Number.NEGATIVE_INFINITY);
  const cut = ordered[zeros < 0 ? ordered.length - 1 : zeros - 1];
  if (cut !== undefined) return { type: 'cutOff', layer: cut.label, layersBefore: ordered.indexOf(cut) };
  const measured = ordered.filter(({ log10Norm }) => Number.isFinite(log10Norm));
  const first = measured[0];
  const last = measured.at(-1);
  if (first === undefined || last === undefined) return { type: 'tooShort' };
  const layers = last.depth - first.depth;
  if (layers < 1) return { type: 'tooShort' };

  const fit = fitLine(measured);
  const decades = first.log10Norm - last.log10Norm;
  const perLayers = layers >= 10 ? 10 : null;
  const spoken = perLayers === null ? decades : -fit.slope * perLayers;
  return {
    type: 'trend',
    health: healthOf(first, decades, normalised, thresholds),
    direction: Math.abs(spoken) <= levelDecades ? 'keep' : spoken < 0 ? 'shrink' : 'grow',
    factor: 10 ** Math.abs(spoken),
    perLayers,
    last: last.label,
    first: first.label,
    fit,
    smallThroughout: measured.every(({ log10Norm }) => log10Norm < healthyLow),
  };
}

/**
 * Batch normalisation makes activation gradients grow towards the input while the weights under it are free of
 * scale (Yang et al. 2019), so gradients that grow are called exploding only where the updates are out of
 * proportion to the weights as well.
 */
function healthOf(
  first: DepthNorm,
  decades: number,
  normalised: boolean,
  { vanishingNorm, vanishingWarning, explodingNorm, exploding, explodingUpdate }: HealthThresholds,
): 'vanishing' | 'healthy' | 'exploding' {
  if (first.log10Norm < vanishingNorm && decades <= -vanishingWarning) return 'vanishing';
  const grows = !normalised && first.log10Norm > explodingNorm && decades >= exploding;
  const { log10UpdateRatio } = first;
  return grows && (log10UpdateRatio === null || log10UpdateRatio > explodingUpdate) ? 'exploding' : 'healthy';
}

/** Least squares of log10Norm against depth. */
export function fitLine(points: readonly Pick<DepthNorm, 'depth' | 'log10Norm'>[]): LineFit {
  const meanDepth = mean(points.map(({ depth }) => depth));
  const meanNorm = mean(points.map(({ log10Norm }) => log10Norm));
  let covariance = 0;
  let variance = 0;
  for (const { depth, log10Norm } of points) {
    covariance += (depth - meanDepth) * (log10Norm - meanNorm);
    variance += (depth - meanDepth) ** 2;
  }
  const slope = variance === 0 ? 0 : covariance / variance;
  return { slope, intercept: meanNorm - slope * meanDepth };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
