import type { NetworkDocument } from './document';
import type { Change, Edit } from './edits';

/** Puts another network in the place of a document's, its name and training settings included: one step to undo. */
export function replaceNetwork(document: NetworkDocument, by: NetworkDocument, label: string): Edit {
  const changes: Change[] = [
    ...document.edges.map((edge): Change => ({ type: 'removeEdge', edge })),
    ...document.nodes.map(({ id }): Change => ({ type: 'removeNode', id })),
    ...document.blocks.map(({ id }): Change => ({ type: 'removeBlock', id })),
    ...by.blocks.map((block, index): Change => ({ type: 'addBlock', block, index })),
    ...by.nodes.map((node, index): Change => ({ type: 'addNode', node, index })),
    ...by.edges.map((edge): Change => ({ type: 'addEdge', edge })),
    ...((document.tagged ?? false) === (by.tagged ?? false)
      ? []
      : [{ type: 'setTagged', tagged: by.tagged ?? false } as const]),
    { type: 'setTraining', training: by.training },
    { type: 'setName', name: by.name },
    { type: 'setStartingWeights', startingWeights: by.startingWeights ?? null },
  ];
  return { label, changes };
}
