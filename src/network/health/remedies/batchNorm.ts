import type { Edit } from '../../graph/edits';
import { insertOn } from '../../remedies/insertOn';
import { inTurn } from '../../remedies/inTurn';
import { planned } from '../../remedies/plannedLayer';
import { onceAsked, perDocument } from './perDocument';

/** Batch norm (Ioffe & Szegedy 2015) behind every layer with a kernel but the last. */
export const batchNorm = perDocument(({ document, structure }) => {
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
  return [
    {
      id: 'batch-norm',
      title,
      expectation:
        'Every layer’s values are brought back to one scale, so the gradient no longer fades. A deep plain network then still trains worse than a shallower one.',
      get edit() {
        return edit();
      },
    },
  ];
});
