import type { HealthRule } from '../healthRule';
import { namesText, shareText } from '../measureText';
import { batchNorm } from '../remedies/batchNorm';
import { farTooHigh, lowerRate, normaliseInput } from '../remedies/trainingRemedies';
import type { NodeSnapshot } from '../snapshot';

/** Sigmoids and tanhs on their flat ends. */
export const saturated: HealthRule = {
  kind: 'saturated',
  title: 'Saturated activations',
  sign: 'the mean slope of a sigmoid or tanh, which follows from its values’ mean and deviation, is below a tenth of its highest; not of one that opens a gate or makes the output’s values',
  source: 'Glorot and Bengio 2010, section 3; the slope of tanh is 1 − y², of a sigmoid s(1 − s)',
  judge(of) {
    const { settled, structure, thresholds } = of;
    if (settled === null) return null;
    const inside = new Set(structure.squeezers.map(({ id }) => id));
    const flat = settled.nodes
      .map((node) => ({ ...node, slope: meanSlope(node) }))
      .filter(({ id, slope }) => slope !== null && slope < thresholds.saturatedSlope && inside.has(id))
      .toSorted((left, right) => (left.slope ?? 1) - (right.slope ?? 1));
    const [worst] = flat;
    if (worst === undefined) return null;
    const thrown = settled.step > 0 && farTooHigh(of.document);
    return {
      severity: 'warning',
      nodes: flat.map(({ id }) => id),
      evidence: `${namesText(flat.map(({ label }) => label))}: the mean slope of ${worst.label} is ${shareText(worst.slope ?? 0)} of its highest, at ${settled.step === 0 ? 'the first weights' : `step ${settled.step}`}.`,
      cause: thrown
        ? `Steps at a rate of ${of.document.training.learningRate} have thrown values onto the flat ends of the curve, where hardly any gradient comes through.`
        : 'Values far from 0 lie on the flat ends of the curve, where hardly any gradient comes through.',
      remedies: thrown
        ? lowerRate(of.document)
        : [...batchNorm(of, 'saturates'), ...normaliseInput(of.document)],
    };
  },
};

/**
 * Mean slope as a share of the highest: 1 − E[y²] of tanh y, and 4·(E[s] − E[s²]) of a sigmoid s. Null for other layers
 * and where nothing was measured.
 */
export function meanSlope({ kind, activationMean: mean, activationDeviation }: NodeSnapshot): number | null {
  const square = activationDeviation ** 2 + mean ** 2;
  const slope = kind === 'tanh' ? 1 - square : kind === 'sigmoid' ? 4 * (mean - square) : Number.NaN;
  return Number.isNaN(slope) ? null : Math.max(0, slope);
}
