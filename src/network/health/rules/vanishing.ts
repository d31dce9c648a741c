import { formatFactor } from '../formatFactor';
import type { HealthCase, HealthRule } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';
import { counted, namesText, normText } from '../measureText';
import { addShortcuts } from '../remedies/addShortcuts';
import { batchNorm } from '../remedies/batchNorm';
import { heInitialisation } from '../remedies/heInitialisation';
import { rectifiersInstead } from '../remedies/rectifiersInstead';
import type { NodeSnapshot } from '../snapshot';
import { rectifies, squeezes } from '../structure';
import { verdictOf } from '../verdict';
import { deadRectifiers } from './deadRelu';

/** A norm of values of which many are too small for 32 bits. */
const underflowing = 1e-20;

/** The gradient dies on its way from the loss back to the input. */
export const vanishing: HealthRule = {
  kind: 'vanishing',
  title: 'Vanishing gradient',
  sign: '‖∂L/∂a‖ of the first layer with a kernel is below 0.01 and at least 30 times (a fault: 100 times) smaller than that of the last, or fades to exactly 0 without a dead ReLU on the way',
  source: 'Ratio of first to last with an absolute floor, as AUTOTRAINER has it (Zhang et al. 2021)',
  judge(of) {
    const { settled, flow, thresholds } = of;
    if (settled === null || flow === null) return null;
    const layers = settled.nodes.filter(
      ({ depth, gradientNorm }) => depth !== null && !Number.isNaN(gradientNorm),
    );
    const [first, last] = [layers[0], layers.at(-1)];
    if (first === undefined || last === undefined || layers.length < 2) return null;
    const cut = flow.type === 'cutOff';
    if (cut && (!fades(layers) || deadRectifiers(of).length > 0)) return null;
    if (!cut && (flow.type !== 'trend' || flow.health !== 'vanishing' || learnsAllTheSame(of))) return null;
    const decades = Math.log10(last.gradientNorm / first.gradientNorm);
    return {
      severity: decades >= thresholds.vanishingFault ? 'fault' : 'warning',
      nodes: starved(layers, last).map(({ id }) => id),
      evidence: `${evidenceOf(layers, first, last)}, at ${settled.step === 0 ? 'the first weights' : `step ${settled.step}`}.`,
      ...causeOf(of),
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

function starved(layers: readonly NodeSnapshot[], last: NodeSnapshot): readonly NodeSnapshot[] {
  return layers.filter(({ gradientNorm }) =>
    ['vanishing', 'zero'].includes(verdictOf(Math.log10(gradientNorm), Math.log10(last.gradientNorm))),
  );
}

function evidenceOf(layers: readonly NodeSnapshot[], first: NodeSnapshot, last: NodeSnapshot): string {
  const zeros = layers.filter(({ gradientNorm }) => gradientNorm === 0);
  if (zeros.length > 0)
    return `‖∂L/∂a‖ is ${normText(last.gradientNorm)} at ${last.label} and exactly 0, too small for 32 bits, at ${namesText(zeros.map(({ label }) => label))}`;
  const factor = last.gradientNorm / first.gradientNorm;
  return `‖∂L/∂a‖ falls from ${normText(last.gradientNorm)} at ${last.label} to ${normText(first.gradientNorm)} at ${first.label}: ${formatFactor(factor)} smaller, over ${counted((last.depth ?? 0) - (first.depth ?? 0), 'layer')}`;
}

/** Why, and what cures that: the cures are those of the measured table in docs/diagnosis.md. */
function causeOf(of: HealthCase): { readonly cause: string; readonly remedies: readonly HealthRemedy[] } {
  const { activations, squeezedAdditions } = of.structure;
  const squeezing = activations.filter(squeezes);
  const sigmoids = squeezing.filter(({ kind }) => kind === 'sigmoid');
  if (sigmoids.length > 0)
    return {
      cause: `The slope of a sigmoid is at most ¼, so each of the ${sigmoids.length} on the way back takes three quarters of the gradient or more${squeezedAdditions.length > 0 ? '; the shortcuts don’t help, because a sigmoid follows each addition' : ''}.`,
      remedies: rectifiersInstead(of),
    };
  if (squeezing.length > 0)
    return {
      cause:
        'Tanh is flat where its input is far from 0, and small first weights make each layer’s signal and gradient smaller than the one behind it.',
      remedies: [...rectifiersInstead(of), ...batchNorm(of)],
    };
  return {
    cause: causeOfWeights(of),
    remedies: [...addShortcuts(of), ...heInitialisation(of), ...batchNorm(of)],
  };
}

/** What makes a gradient fade where no activation squeezes, as far as the network's build says. */
function causeOfWeights({ structure, analysis, document }: HealthCase): string {
  const { activations, additions, kernelLayers } = structure;
  const drawn = drawnBy(
    analysis,
    kernelLayers.slice(1, -1).map(({ id }) => id),
  );
  if (additions.length > 0) {
    const gated = document.nodes.some(({ kind }) => lessening.includes(kind));
    return gated
      ? 'What the shortcuts carry is scaled or gated down at every addition, so they don’t lead the gradient past the layers undiminished.'
      : 'Every layer on the way back takes a part of the gradient, and the shortcuts don’t lead past enough of them.';
  }
  const rectified = activations.some(rectifies);
  if (rectified && drawn !== 'He')
    return `Each ReLU passes half of the signal’s variance on, and ${drawn} weights don’t make up for it, so every layer takes a part of the gradient and nothing leads past them.`;
  return rectified
    ? 'Every layer on the way back takes a part of the gradient, and nothing leads past them.'
    : `First weights that are too small (${drawn}) make the gradient smaller at every layer on its way back.`;
}

/** Layers on a shortcut that pass on less than they get. */
const lessening: readonly string[] = [
  'gate',
  'scale',
  'multiply',
  'dropout',
  'spatialDropout2d',
  'stochasticDepth',
];

/** What most of the kernels were drawn by: "Glorot". */
function drawnBy(analysis: HealthCase['analysis'], ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const kernel = analysis.nodes.get(id)?.weights.find(({ decays }) => decays);
    const name = nameOfInitialiser(kernel?.initialiser.type);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, left], [, right]) => right - left);
  return most?.[0] ?? 'these';
}

function nameOfInitialiser(type: string | undefined): string {
  if (type?.startsWith('glorot')) return 'Glorot';
  if (type?.startsWith('he')) return 'He';
  if (type?.startsWith('lecun')) return 'LeCun';
  return 'these';
}
