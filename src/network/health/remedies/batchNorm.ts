import { insertOn } from '../../remedies/insertOn';
import { inTurn } from '../../remedies/inTurn';
import { planned } from '../../remedies/plannedLayer';
import type { HealthCase } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';

/** Batch norm (Ioffe & Szegedy 2015) behind every layer with a kernel but the last. */
export function batchNorm({ document, structure }: HealthCase): readonly HealthRemedy[] {
  if (structure.normalised) return [];
  const { wiring, kernelLayers } = structure;
  const edges = kernelLayers.slice(0, -1).flatMap(({ id }) => {
    const [edge, another] = wiring.outgoing(id);
    const followed = edge !== undefined && wiring.nodes.get(edge.to)?.kind === 'batchNorm';
    return edge === undefined || another !== undefined || followed ? [] : [edge];
  });
  const steps = edges.flatMap((edge) => insertOn(edge, [planned('batchNorm')]));
  return inTurn(document, 'Add batch norm', steps).map((edit) => ({
    id: 'batch-norm',
    title: 'Add batch norm',
    expectation:
      'Every layer’s values are brought back to one scale, so the gradient no longer fades. A deep plain network then still trains worse than a shallower one.',
    edit,
  }));
}
