import type { HealthCase, HealthRule } from '../healthRule';
import { valueText } from '../measureText';
import { addShortcuts } from '../remedies/addShortcuts';
import { deadRectifiers } from './deadRelu';

/** Healthy gradients, and yet a deeper network trains worse (He et al. 2015, section 1). */
export const degradation: HealthRule = {
  kind: 'degradation',
  title: 'Degradation',
  sign: 'no gradient vanishes or explodes, no ReLU is dead, and the training loss is more than 5 % above that of a shallower network after as many epochs; before one was trained, a note on plain networks of 30 layers and more with norms and such gradients',
  source: 'He et al. 2015, Figure 1',
  judge(of) {
    const { flow, shallower, structure } = of;
    if (flow === null || flow.type === 'cutOff' || deadRectifiers(of).length > 0) return null;
    if (flow.type === 'trend' && flow.health === 'vanishing') return null;
    if (flow.type === 'trend' && flow.health === 'exploding' && !structure.normalised) return null;
    return shallower === null ? ofItsKind(of) : comparedWith(of, shallower);
  },
};

function comparedWith(of: HealthCase, shallower: NonNullable<HealthCase['shallower']>) {
  const layers = Math.max(
    0,
    ...of.structure.kernelLayers.map(({ id }) => of.analysis.nodes.get(id)?.depth ?? 0),
  );
  const latest = of.epochs.at(-1);
  const other = shallower.epochs.findLast(({ epoch }) => epoch === latest?.epoch);
  if (latest === undefined || other === undefined || layers <= shallower.layers) return null;
  if (!(latest.loss > of.thresholds.degradedLoss * other.loss)) return null;
  return {
    severity: 'warning',
    nodes: [],
    evidence: `After ${latest.epoch === 1 ? '1 epoch' : `${latest.epoch} epochs`} the training loss is ${valueText(latest.loss)} with ${layers} layers, and ${valueText(other.loss)} with the ${shallower.layers} of ${shallower.name}; no gradient vanishes.`,
    cause:
      of.structure.additions.length === 0
        ? 'The deeper network could copy the shallower one and pass the rest through, but plain layers don’t find that: it is harder to train, not short of gradient.'
        : 'The deeper network could copy the shallower one and pass the rest through, which its shortcuts make easy, and yet it trains worse: it may need more epochs or another rate; it is not short of gradient.',
    remedies: addShortcuts(of),
  } as const;
}

function ofItsKind(of: HealthCase) {
  const { kernelLayers, additions, normalised } = of.structure;
  const merges = of.document.nodes.some(({ kind }) => kind === 'concat' || kind === 'add');
  if (!normalised || additions.length > 0 || merges || kernelLayers.length < of.thresholds.degradingLayers)
    return null;
  return {
    severity: 'note',
    nodes: [],
    evidence: `${kernelLayers.length} layers in a row without a shortcut; the gradient reaches all of them.`,
    cause:
      'With batch norm nothing vanishes here, and yet plain networks of this depth were found to train worse than shallower ones (He et al. 2015). Whether this one does, a twin run shows.',
    remedies: addShortcuts(of),
  } as const;
}
