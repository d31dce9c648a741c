import type { LayerNode } from '../../graph/document';
import { hasKernel } from '../hasKernel';
import type { HealthCase, HealthRule } from '../healthRule';
import { isActivation, isNorm } from '../layerTraits';
import { namesText, shareText, valueText } from '../measureText';
import { leakyInstead, resetBiases } from '../remedies/reluRepairs';
import { farTooHigh, lowerRate } from '../remedies/trainingRemedies';
import type { NodeSnapshot } from '../snapshot';

/** ReLUs that pass nothing, and so no gradient. */
export const deadRelu: HealthRule = {
  kind: 'dead-relu',
  title: 'Dead ReLUs',
  sign: 'at least 99 % of a ReLU’s values are 0 over the latest batches',
  source: 'SageMaker Debugger: active less than 1 % of the time',
  judge(of) {
    const dead = deadRectifiers(of);
    const { structure, settled } = of;
    if (dead.length === 0 || settled === null) return null;
    const ids = new Set(dead.map(({ id }) => id));
    const nodes = structure.activations.filter(({ id }) => ids.has(id));
    const sources = new Set(nodes.flatMap((node) => sourcesOf(of, node)));
    const negative = [...sources].filter(({ config }) => Number(config['biasValue'] ?? 0) < 0);
    const [worst] = dead;
    // At such a rate leaky ReLUs would only let the weights go on to infinity.
    const thrown = settled.step > 0 && farTooHigh(of.document);
    return {
      severity: 'fault',
      nodes: dead.map(({ id }) => id),
      evidence: `${namesText(dead.map(({ label }) => label))}: ${shareText(worst?.zeroShare ?? 1)} of the values of ${worst?.label ?? ''} are 0, at ${settled.step === 0 ? 'the first weights' : `step ${settled.step}`}.`,
      cause:
        negative.length > 0
          ? `Biases that start at ${valueText(Number(negative[0]?.config['biasValue']))} keep the values in front of a ReLU below 0 for every image, and where a ReLU gives 0 its slope is 0 too: no gradient comes past it.`
          : 'The values in front are below 0 for nearly every image, and where a ReLU gives 0 its slope is 0 too: no gradient comes past it, and its weights can’t come back.',
      remedies: [
        // Units that were alive at the first weights were thrown into it by too long a step.
        ...(settled.step > 0 && negative.length === 0 ? lowerRate(of.document) : []),
        ...(negative.length > 0 ? resetBiases(of, negative) : thrown ? [] : leakyInstead(of, nodes)),
      ],
    };
  },
};

/** The worst first. */
export function deadRectifiers({ settled, thresholds }: HealthCase): readonly NodeSnapshot[] {
  const rectifiers = settled?.nodes.filter(({ kind }) => kind === 'relu' || kind === 'relu6') ?? [];
  return rectifiers
    .filter(({ zeroShare }) => zeroShare >= thresholds.deadShare)
    .toSorted((left, right) => right.zeroShare - left.zeroShare);
}

/**
 * The layers with kernels whose biases shift what comes to it: through additions, pools and shapes. A norm takes a bias
 * away, and what another activation gives does not follow the biases in front of that.
 */
function sourcesOf({ structure, analysis }: HealthCase, { id }: LayerNode): readonly LayerNode[] {
  const { wiring } = structure;
  const sources: LayerNode[] = [];
  const passed = new Set([id]);
  // A Set's iteration takes in what is added on the way.
  for (const node of passed)
    for (const { from } of wiring.incoming(node)) {
      const source = wiring.nodes.get(from);
      if (source === undefined || isActivation(source) || isNorm(source)) continue;
      if (hasKernel(analysis, from)) sources.push(source);
      else passed.add(from);
    }
  return sources;
}
