import { comparedNodes } from '../comparedNodes';
import { formatFactor } from '../formatFactor';
import type { HealthCase, HealthRule } from '../healthRule';
import type { HealthThresholds } from '../healthThresholds';
import { counted, namesText, normText } from '../measureText';
import type { NodeSnapshot } from '../snapshot';
import { deadRectifiers } from './deadRelu';
import { whyItVanishes } from './whyItVanishes';

/** A norm of values of which many are too small for 32 bits. */
const underflowing = 1e-20;

/** The gradient dies on its way from the loss back to the input. */
export const vanishing: HealthRule = {
  kind: 'vanishing',
  title: 'Vanishing gradient',
  sign: '‖∂L/∂a‖ of the first layer with a kernel is below 0.01 and at least 30 times (a fault: 100 times) smaller than that of the last one in front of an average over the whole image, if there is one; or it fades until 32 bits hold nothing of it, without a dead ReLU. Not said where the weights are normalised and a step still moves the first kernel by more than 10⁻⁵ of its size',
  source: 'Ratio of first to last with an absolute floor, as AUTOTRAINER has it (Zhang et al. 2021)',
  judge(of) {
    const { settled, flow, thresholds } = of;
    if (settled === null || flow === null) return null;
    const layers = comparedNodes(of);
    const [first, last] = [layers[0], layers.at(-1)];
    if (first === undefined || last === undefined || layers.length < 2) return null;
    const cut = flow.type === 'cutOff';
    if (cut && (!fades(layers) || deadRectifiers(of).length > 0)) return null;
    if (!cut && (flow.type !== 'trend' || flow.health !== 'vanishing' || learnsAllTheSame(of))) return null;
    const decades = Math.log10(last.gradientNorm / first.gradientNorm);
    return {
      severity: decades >= thresholds.vanishingFault ? 'fault' : 'warning',
      nodes: starved(layers, last, thresholds).map(({ id }) => id),
      evidence: evidenceOf(layers, first, last, settled.step),
      ...whyItVanishes(of, decades),
    };
  },
};

/**
 * Under a norm, weights are free of scale: as they grow, the gradient in front of the norm gets smaller, and so do they
 * against it. What counts there is how far a step moves them.
 */
function learnsAllTheSame({
  structure: { normalised, kernelLayers },
  settled,
  thresholds,
}: HealthCase): boolean {
  const [first] = kernelLayers;
  const kernel = settled?.weights.find(({ node }) => node === first?.id);
  return normalised && Math.log10(kernel?.updateRatio ?? Number.NaN) > thresholds.updateTooSmall;
}

/** A gradient that underflows was small before it was 0; one that is cut off from one layer to the next was not. */
function fades(layers: readonly NodeSnapshot[]): boolean {
  return layers.some(({ gradientNorm }) => gradientNorm > 0 && gradientNorm < underflowing);
}

function starved(
  layers: readonly NodeSnapshot[],
  last: NodeSnapshot,
  { vanishingNorm, vanishingWarning }: HealthThresholds,
): readonly NodeSnapshot[] {
  return layers.filter(({ gradientNorm }) => {
    const decades = Math.log10(last.gradientNorm) - Math.log10(gradientNorm);
    return Math.log10(gradientNorm) < vanishingNorm && decades >= vanishingWarning;
  });
}

function evidenceOf(
  layers: readonly NodeSnapshot[],
  first: NodeSnapshot,
  last: NodeSnapshot,
  step: number,
): string {
  const zeros = layers.filter(({ gradientNorm }) => gradientNorm === 0);
  if (zeros.length > 0)
    return `‖∂L/∂a‖ is ${normText(last.gradientNorm)} at ${last.label} and ${normText(0)}, too small for 32 bits, at ${namesText(zeros.map(({ label }) => label))}, at ${step === 0 ? 'the first weights' : `step ${step}`}.`;
  const factor = last.gradientNorm / first.gradientNorm;
  return `‖∂L/∂a‖ falls from ${normText(last.gradientNorm)} at ${last.label} to ${normText(first.gradientNorm)} at ${first.label}: ${formatFactor(factor)} smaller, over ${counted((last.depth ?? 0) - (first.depth ?? 0), 'layer')}, at ${step === 0 ? 'the first weights' : `step ${step}`}.`;
}
