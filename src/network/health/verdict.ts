import { gradientThresholds } from './thresholds';

/**
 * What the norm of one layer's gradient says. Vanishing and exploding are statements about depth: they hold only
 * against the last layer, whose gradient has passed no other. Alone, a norm is small, healthy or large; a network
 * that has learned its data has small gradients everywhere, and nothing vanishes in it.
 */
export type LayerVerdict = 'zero' | 'vanishing' | 'small' | 'healthy' | 'large' | 'exploding' | 'not finite';

const { healthyLow, healthyHigh, vanishingDecades, explodingDecades } = gradientThresholds;

/**
 * Judges log₁₀‖∂L/∂a‖ of a layer, against that of the last layer with weights where it is known. In a network that is
 * `normalised` it may grow with depth and nothing explodes (Yang et al. 2019).
 */
export function verdictOf(
  log10Norm: number,
  log10LastNorm: number | null = null,
  normalised = false,
): LayerVerdict {
  if (log10Norm === Number.NEGATIVE_INFINITY) return 'zero';
  if (!Number.isFinite(log10Norm)) return 'not finite';
  const decades = log10LastNorm === null ? 0 : log10Norm - log10LastNorm;
  if (log10Norm < healthyLow) return decades <= -vanishingDecades ? 'vanishing' : 'small';
  if (log10Norm > healthyHigh) return decades >= explodingDecades && !normalised ? 'exploding' : 'large';
  return 'healthy';
}

/** Where a verdict lies on the gradient scale; its colour and mark follow from it. */
export type VerdictSide = 'low' | 'healthy' | 'high';

export function verdictSide(verdict: LayerVerdict): VerdictSide {
  if (verdict === 'healthy') return 'healthy';
  return verdict === 'large' || verdict === 'exploding' || verdict === 'not finite' ? 'high' : 'low';
}
