import type { Analysis } from '../../analysis/analysis';
import { assertNever } from '../../assertNever';
import type { Block, LayerNode, NetworkDocument } from '../document';
import { blockTree } from './blockTree';
import type { ChainEnds } from './chainEnds';
import { type ChainRule, halving, unstrided, widened } from './chainRules';
import type { CopyPlan } from './copyPlan';
import { withoutProjections } from './withoutProjections';

/** The `copy`-th copy of a block (from 1) under a rule. */
export function planCopy(
  document: NetworkDocument,
  analysis: Analysis,
  block: Block,
  ends: ChainEnds,
  { rule, copy }: { readonly rule: ChainRule; readonly copy: number },
): CopyPlan {
  const tree = blockTree(document);
  const layers = tree.layers(block.id);
  const inside = new Set(layers.map(({ id }) => id));
  const whole: CopyPlan = {
    blocks: tree.within(block.id),
    nodes: layers,
    edges: document.edges.filter(({ from, to }) => inside.has(from) && inside.has(to)),
    entering: ends.entering,
    exit: ends.exit,
  };
  switch (rule) {
    case 'same':
      return whole;
    case 'stage': {
      const kept = withoutProjections(document, analysis, whole);
      return { ...kept, nodes: kept.nodes.map(unstrided) };
    }
    case 'pyramid': {
      const entries = new Set(ends.entering.map(({ to }) => to));
      const halves = halvesAlready(analysis, ends, layers);
      return {
        ...whole,
        nodes: layers.map((layer) => {
          const wide = widened(layer, 2 ** copy);
          return halves || !entries.has(layer.id) ? wide : halving(wide);
        }),
      };
    }
    default:
      return assertNever(rule);
  }
}

/** Whether a block makes images half as high by itself. */
function halvesAlready(
  analysis: Analysis,
  { source, exit }: ChainEnds,
  layers: readonly LayerNode[],
): boolean {
  const before = source === null ? null : analysis.nodes.get(source)?.outputShape?.[0];
  const after = analysis.nodes.get(exit)?.outputShape?.[0];
  if (typeof before === 'number' && typeof after === 'number') return 2 * after <= before + 1;
  return layers.some(({ config: { strides } }) => Array.isArray(strides) && strides.some((by) => by > 1));
}
