import { comparedNodes } from '../comparedNodes';
import { formatFactor } from '../formatFactor';
import type { HealthCase, HealthRule } from '../healthRule';
import { counted, normText } from '../measureText';
import { batchNorm } from '../remedies/batchNorm';
import { drawnBy } from '../remedies/drawnBy';
import { clipGradients } from '../remedies/trainingRemedies';
import { zeroBranches } from '../remedies/zeroBranches';
import type { NodeSnapshot } from '../snapshot';

/** The gradient grows on its way back until steps throw the first layers about. */
export const exploding: HealthRule = {
  kind: 'exploding',
  title: 'Exploding gradient',
  sign: '‖∂L/∂a‖ of the first layer with a kernel is above 1 and at least 70 times that of the last one in front of an average over the whole image, if there is one, its update ratio (where steps were taken) is above 0.01, and the network is not normalised',
  source: 'AUTOTRAINER’s ratio of 70 (Zhang et al. 2021); batch norm left out after Yang et al. 2019',
  judge(of) {
    const { flow, settled, structure, thresholds } = of;
    if (flow?.type !== 'trend' || flow.health !== 'exploding' || settled === null || structure.normalised)
      return null;
    const layers = finiteNodes(of);
    const [first, last] = [layers[0], layers.at(-1)];
    if (first === undefined || last === undefined) return null;
    const times = first.gradientNorm / last.gradientNorm;
    return {
      severity: 'fault',
      nodes: layers
        .filter(({ gradientNorm }) => Math.log10(gradientNorm / last.gradientNorm) >= thresholds.exploding)
        .map(({ id }) => id),
      evidence: `‖∂L/∂a‖ grows from ${normText(last.gradientNorm)} at ${last.label} to ${normText(first.gradientNorm)} at ${first.label}: ${formatFactor(times)} larger, over ${counted((last.depth ?? 0) - (first.depth ?? 0), 'layer')}, at ${settled.step === 0 ? 'the first weights' : `step ${settled.step}`}.`,
      cause: causeOf(of, settled.step),
      remedies: [...batchNorm(of, 'grows'), ...zeroBranches(of), ...clipGradients(of.document)],
    };
  },
};

function causeOf(of: HealthCase, step: number): string {
  if (of.structure.additions.length === 0)
    return step === 0
      ? 'First weights that are too large make the gradient larger at every layer on its way back.'
      : 'Weights that are too large, or have become so, make the gradient larger at every layer on its way back.';
  return `With ${weightsText(of)} a branch passes back about as much gradient as its shortcut, each addition sums the two, and nothing scales the sum back, so it grows with every unit.`;
}

/** What the branches are drawn by. */
function weightsText({ analysis, structure }: HealthCase): string {
  return `${drawnBy(
    analysis,
    structure.kernelLayers.map(({ id }) => id),
  )} weights`;
}

function finiteNodes(of: HealthCase): readonly NodeSnapshot[] {
  return comparedNodes(of).filter(({ gradientNorm }) => Number.isFinite(gradientNorm));
}

/** With batch norm that is no fault: it is told, so that nobody takes it for one. */
export const growing: HealthRule = {
  kind: 'growing',
  title: 'Gradients grow towards the input',
  sign: 'as for an exploding gradient, where most layers with kernels have a norm beside them',
  source: 'Yang et al. 2019, A Mean Field Theory of Batch Normalization',
  judge(of) {
    const { flow, settled, structure } = of;
    if (flow?.type !== 'trend' || flow.health !== 'exploding' || settled === null || !structure.normalised)
      return null;
    const layers = finiteNodes(of);
    const [first, last] = [layers[0], layers.at(-1)];
    if (first === undefined || last === undefined) return null;
    return {
      severity: 'note',
      nodes: [],
      evidence: `‖∂L/∂a‖ is ${normText(last.gradientNorm)} at ${last.label} and ${normText(first.gradientNorm)} at ${first.label}.`,
      cause:
        'Batch norm makes the gradient of activations grow with depth, while the weights under it are free of scale: nothing vanishes here, and this does not keep the network from training.',
      remedies: [],
    };
  },
};
