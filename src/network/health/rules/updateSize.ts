import type { HealthCase, HealthRule } from '../healthRule';
import { normText } from '../measureText';
import { lowerRate, raiseRate } from '../remedies/trainingRemedies';

const source =
  '‖ΔW‖/‖W‖ near 10⁻³ is healthy (CS231n), above 10⁻² and below 10⁻⁴ suspect (DL4J); a decade of room on either side';

/** Steps that rewrite the weights. */
export const updateTooLarge: HealthRule = {
  kind: 'update-too-large',
  title: 'Steps too large',
  sign: '‖ΔW‖/‖W‖ of the middle kernel is above 0.1 over the latest steps',
  source,
  judge(of) {
    const ratio = middleRatio(of);
    if (ratio === null || Math.log10(ratio.value) <= of.thresholds.updateTooLarge) return null;
    return {
      severity: 'warning',
      nodes: ratio.layers.filter(({ log10 }) => log10 > of.thresholds.updateTooLarge).map(({ node }) => node),
      evidence: `Each step changes the middle kernel by ${normText(ratio.value)} of its size, at step ${ratio.step}; about 0.001 is usual.`,
      cause: `The learning rate of ${of.document.training.learningRate} is too high for gradients of this size.`,
      remedies: lowerRate(of.document),
    };
  },
};

/** Steps that change nothing. */
export const updateTooSmall: HealthRule = {
  kind: 'update-too-small',
  title: 'Steps too small',
  sign: '‖ΔW‖/‖W‖ of the middle kernel is below 10⁻⁵ at the full learning rate while the loss has not fallen below half of its start and no gradient vanishes; the rate counts as full from half of it on',
  source,
  judge(of) {
    const { course, document, thresholds, flow } = of;
    const ratio = middleRatio(of);
    if (ratio === null || Math.log10(ratio.value) >= thresholds.updateTooSmall) return null;
    const vanishes = flow?.type === 'cutOff' || (flow?.type === 'trend' && flow.health === 'vanishing');
    const [rate, loss, firstLoss] = [course.learningRates.at(-1), course.losses.at(-1), course.losses[0]];
    const fullRate = rate !== undefined && rate >= document.training.learningRate / 2;
    const learned = loss !== undefined && firstLoss !== undefined && loss < firstLoss / 2;
    if (vanishes || !fullRate || learned) return null;
    return {
      severity: 'warning',
      nodes: ratio.layers
        .filter(({ log10 }) => log10 < thresholds.updateTooSmall)
        .map(({ node }) => node)
        .reverse(),
      evidence: `Each step changes the middle kernel by ${normText(ratio.value)} of its size, at step ${ratio.step}; about 0.001 is usual.`,
      cause: `The learning rate of ${document.training.learningRate} is too low for gradients of this size.`,
      remedies: raiseRate(document, ratio.value),
    };
  },
};

/** The median over kernels, and all of them with theirs, the largest first. Null where no step was taken. */
function middleRatio({ settled, structure }: HealthCase) {
  const kernels = new Set(structure.kernelLayers.map(({ id }) => id));
  const seen = new Set<string>();
  const ratios = (settled?.weights ?? []).filter(({ node, updateRatio }) => {
    if (!kernels.has(node) || seen.has(node) || !Number.isFinite(updateRatio)) return false;
    seen.add(node);
    return true;
  });
  const sorted = ratios.toSorted((left, right) => right.updateRatio - left.updateRatio);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined || settled === null || settled.step < 1) return null;
  return {
    value: middle.updateRatio,
    step: settled.step,
    layers: sorted.map(({ node, updateRatio }) => ({ node, log10: Math.log10(updateRatio) })),
  };
}
