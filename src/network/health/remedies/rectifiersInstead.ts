import type { LayerNode, NetworkDocument } from '../../graph/document';
import { applyEdit, type Change, type Edit } from '../../graph/edits';
import { setField } from '../../graph/layerEdits';
import { newLayerName } from '../../graph/layerName';
import { defaultConfig } from '../../layers/config';
import { layerKind } from '../../layers/registry';
import type { HealthCase } from '../healthRule';
import type { HealthRemedy } from '../healthVerdict';

/**
 * ReLU in place of each sigmoid and tanh inside the network. Without shortcuts the weights in front are drawn by He's
 * rule, which ReLU asks for; with them Glorot's keep the gradient level, and He's make it grow (docs/diagnosis.md).
 */
export function rectifiersInstead(of: HealthCase): readonly HealthRemedy[] {
  const { document, structure } = of;
  const { squeezers: squeezing, additions } = structure;
  if (squeezing.length === 0) return [];
  const plain = additions.length === 0;
  const title = plain ? 'Use ReLU with He weights' : 'Use ReLU';
  const names = [...new Set(squeezing.map(({ kind }) => layerKind(kind).label.toLowerCase()))].join(' and ');
  let changed = document;
  const changes: Change[] = [];
  const take = (edit: Edit): void => {
    changed = applyEdit(changed, edit).document;
    changes.push(...edit.changes);
  };
  for (const node of squeezing) take(inPlaceOf(changed, node, 'relu'));
  for (const { id, kind } of structure.kernelLayers.slice(0, -1))
    if (layerKind(kind).fields['initialiser'] !== undefined)
      take(setField(changed, id, 'initialiser', plain ? 'heNormal' : 'glorotUniform'));
  return [
    {
      id: 'relu',
      title,
      expectation: `Where a ReLU passes a value its slope is 1, so a layer no longer takes most of the gradient away as a ${names} does.`,
      edit: { label: title, changes },
    },
  ];
}

/** Another kind of layer at the same place, with the same connections. */
export function inPlaceOf(document: NetworkDocument, node: LayerNode, kind: string): Edit {
  const definition = layerKind(kind);
  const name = newLayerName(document, definition);
  const index = document.nodes.findIndex(({ id }) => id === node.id);
  const touching = document.edges.flatMap((edge, place) =>
    edge.from === node.id || edge.to === node.id ? [{ edge, place }] : [],
  );
  const renamed = (id: string) => (id === node.id ? name : id);
  const added = { ...node, id: name, kind, label: name, config: defaultConfig(definition) };
  return {
    label: `Replace ${node.label} by ${definition.label}`,
    changes: [
      ...touching.map(({ edge }): Change => ({ type: 'removeEdge', edge })),
      { type: 'removeNode', id: node.id },
      { type: 'addNode', node: added, index },
      ...touching.map(
        ({ edge, place }): Change => ({
          type: 'addEdge',
          edge: { ...edge, from: renamed(edge.from), to: renamed(edge.to) },
          index: place,
        }),
      ),
    ],
  };
}
