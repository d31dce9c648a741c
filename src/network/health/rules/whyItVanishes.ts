import type { HealthCase } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';
import { rectifies } from '../layerTraits';
import { counted } from '../measureText';
import { addShortcuts } from '../remedies/addShortcuts';
import { batchNorm } from '../remedies/batchNorm';
import { drawnBy } from '../remedies/drawnBy';
import { heInitialisation } from '../remedies/heInitialisation';
import { rectifiersInstead } from '../remedies/rectifiersInstead';
import { farTooHigh, lowerRate } from '../remedies/trainingRemedies';

interface Reason {
  readonly cause: string;
  readonly remedies: readonly HealthRemedy[];
}

/** Decades that a sigmoid takes of a gradient at least: its slope is ¼ at most. */
const decadesOfSigmoid = Math.log10(4);

/**
 * Why a gradient vanishes by so many decades, and what cures that: the cures are those of the measured table in
 * docs/diagnosis.md. Only activations that it can't get past are blamed.
 */
export function whyItVanishes(of: HealthCase, decades: number): Reason {
  const way = of.structure.easiestWay;
  const [sigmoids, tanhs] = [
    way.filter(({ kind }) => kind === 'sigmoid'),
    way.filter(({ kind }) => kind === 'tanh'),
  ];
  const bySigmoids = sigmoids.length * decadesOfSigmoid;
  const inEachLayer = sigmoids.length >= (of.structure.kernelLayers.length - 1) / 2;
  const most =
    sigmoids.length > way.length / 2 && (inEachLayer || bySigmoids >= of.thresholds.vanishingWarning);
  if (sigmoids.length > 0 && (most || bySigmoids >= decades / 2))
    return {
      cause: `The slope of a sigmoid is at most ¼, so ${sigmoids.length === 1 ? 'the one' : `each of the ${sigmoids.length}`} that no way back leads past takes three quarters of the gradient or more${additionsText(of)}.`,
      remedies: rectifiersInstead(of),
    };
  if (tanhs.length > way.filter(rectifies).length && of.settled?.step !== 0 && farTooHigh(of.document))
    return {
      cause: `Steps at a rate of ${of.document.training.learningRate} have thrown values onto the flat ends of tanh, where hardly any gradient comes through.`,
      remedies: lowerRate(of.document),
    };
  if (tanhs.length > way.filter(rectifies).length)
    return {
      cause:
        'Tanh is flat where its input is far from 0, and small first weights make each layer’s signal and gradient smaller than the one behind it.',
      remedies: [...rectifiersInstead(of), ...batchNorm(of, 'fades')],
    };
  return {
    cause: causeOfWeights(of),
    remedies: [...addShortcuts(of), ...heInitialisation(of), ...batchNorm(of, 'fades')],
  };
}

/** What sigmoids do to shortcuts. */
function additionsText({ structure: { additions, squeezedAdditions } }: HealthCase): string {
  if (squeezedAdditions.length === 0) return '';
  const where =
    squeezedAdditions.length === additions.length
      ? 'each addition'
      : `${squeezedAdditions.length} of the ${counted(additions.length, 'addition')}`;
  return `; the shortcuts don’t help, because a sigmoid follows ${where}`;
}

/** What makes a gradient fade where no activation squeezes, as far as the network's build says. */
function causeOfWeights({ structure, analysis, document }: HealthCase): string {
  const { easiestWay, additions, kernelLayers } = structure;
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
  const rectified = easiestWay.some(rectifies);
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
