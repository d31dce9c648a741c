import type { Edit } from '../../graph/edits';
import { insertOn } from '../../remedies/insertOn';
import { inTurn } from '../../remedies/inTurn';
import { planned } from '../../remedies/plannedLayer';
import type { HealthCase } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';
import { onceAsked, perDocument } from './perDocument';

/** What batch norm is offered against. */
export type Complaint = 'fades' | 'grows' | 'saturates';

const expectations: Readonly<Record<Complaint, string>> = {
  fades: 'so the gradient no longer fades.',
  grows:
    'and steps no longer throw the weights about, however large the gradient of activations still grows towards the input.',
  saturates: 'so most of them lie where an activation has a slope.',
};

/** Batch norm (Ioffe & Szegedy 2015) behind every layer with a kernel but the last. */
export function batchNorm(of: HealthCase, against: Complaint): readonly HealthRemedy[] {
  const { additions, kernelLayers } = of.structure;
  const degrades = additions.length === 0 && kernelLayers.length >= of.thresholds.degradingLayers;
  const effect = `Every layer’s values are brought back to one scale, ${expectations[against]}`;
  const expectation = degrades
    ? `${effect} A plain network of this depth can still train worse than a shallower one.`
    : effect;
  return normsPlanned(of).map(({ title, edit }) => ({
    ...({ id: 'batch-norm', title, expectation } as const),
    get edit() {
      return edit();
    },
  }));
}

/** Where the norms go; each is planned once it is asked for. */
const normsPlanned = perDocument(({ document, structure }) => {
  if (structure.normalised) return [];
  const { wiring, kernelLayers } = structure;
  const edges = kernelLayers.slice(0, -1).flatMap(({ id }) => {
    const [edge, another] = wiring.outgoing(id);
    const followed = edge !== undefined && wiring.nodes.get(edge.to)?.kind === 'batchNorm';
    return edge === undefined || another !== undefined || followed ? [] : [edge];
  });
  if (edges.length === 0) return [];
  const title = 'Add batch norm';
  const edit = onceAsked((): Edit => {
    const steps = edges.flatMap((edge) => insertOn(edge, [planned('batchNorm')]));
    const [whole] = inTurn(document, title, steps);
    return whole ?? { label: title, changes: [] };
  });
  return [{ title, edit }];
});
