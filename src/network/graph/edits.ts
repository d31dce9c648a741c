import { assertNever } from '../assertNever';
import type { LayerConfig } from '../layers/fields';
import type { LayerEdge, LayerNode, NetworkDocument, Position } from './document';
import type { TrainingSettings } from './trainingSettings';
import { equalEdges } from './wiring';

/** One step of an edit. Each has an exact inverse, order of nodes and edges included. */
export type Change =
  /** `index` is the node's place in the document. */
  | { readonly type: 'addNode'; readonly node: LayerNode; readonly index: number }
  /** The node's edges are removed by changes of their own, before it. */
  | { readonly type: 'removeNode'; readonly id: string }
  /** Without an index the edge goes to the end. */
  | { readonly type: 'addEdge'; readonly edge: LayerEdge; readonly index?: number }
  | { readonly type: 'removeEdge'; readonly edge: LayerEdge }
  | { readonly type: 'setConfig'; readonly id: string; readonly config: LayerConfig }
  | { readonly type: 'setLabel'; readonly id: string; readonly label: string }
  | { readonly type: 'moveNodes'; readonly positions: Readonly<Record<string, Position>> }
  | { readonly type: 'setTraining'; readonly training: TrainingSettings }
  | { readonly type: 'setName'; readonly name: string };

/** A change to a document that a person makes in one go, under a name that follows "Undo" and "Redo". */
export interface Edit {
  readonly label: string;
  /** Applied in order; none where the edit would change nothing. */
  readonly changes: readonly Change[];
}

/**
 * Applies an edit; the inverse takes the new document back to the old one exactly and keeps the label.
 * Throws where the edit was made for another document, for it names a layer or edge that isn't there.
 */
export function applyEdit(
  document: NetworkDocument,
  edit: Edit,
): { readonly document: NetworkDocument; readonly inverse: Edit } {
  let changed = document;
  const inverse: Change[] = [];
  for (const change of edit.changes) {
    const step = applyChange(changed, change);
    changed = step.document;
    inverse.unshift(step.inverse);
  }
  return { document: changed, inverse: { label: edit.label, changes: inverse } };
}

function applyChange(
  document: NetworkDocument,
  change: Change,
): { readonly document: NetworkDocument; readonly inverse: Change } {
  const { nodes, edges } = document;
  switch (change.type) {
    case 'addNode':
      return {
        document: { ...document, nodes: nodes.toSpliced(change.index, 0, change.node) },
        inverse: { type: 'removeNode', id: change.node.id },
      };
    case 'removeNode': {
      const { node, index } = find(nodes, change.id);
      return {
        document: { ...document, nodes: nodes.toSpliced(index, 1) },
        inverse: { type: 'addNode', node, index },
      };
    }
    case 'addEdge':
      return {
        document: { ...document, edges: edges.toSpliced(change.index ?? edges.length, 0, change.edge) },
        inverse: { type: 'removeEdge', edge: change.edge },
      };
    case 'removeEdge': {
      const index = edges.findIndex((edge) => equalEdges(edge, change.edge));
      const edge = edges[index];
      if (edge === undefined)
        throw new Error(
          `There is no connection from "${change.edge.from}" to "${change.edge.to}" to remove.`,
        );
      return {
        document: { ...document, edges: edges.toSpliced(index, 1) },
        inverse: { type: 'addEdge', edge, index },
      };
    }
    case 'setConfig': {
      const { node, index } = find(nodes, change.id);
      return {
        document: { ...document, nodes: nodes.with(index, { ...node, config: change.config }) },
        inverse: { type: 'setConfig', id: change.id, config: node.config },
      };
    }
    case 'setLabel': {
      const { node, index } = find(nodes, change.id);
      return {
        document: { ...document, nodes: nodes.with(index, { ...node, label: change.label }) },
        inverse: { type: 'setLabel', id: change.id, label: node.label },
      };
    }
    case 'moveNodes': {
      const positions = new Map(Object.entries(change.positions));
      const before = [...positions.keys()].map((id) => [id, find(nodes, id).node.position] as const);
      return {
        document: {
          ...document,
          nodes: nodes.map((node) => {
            const position = positions.get(node.id);
            return position === undefined ? node : { ...node, position };
          }),
        },
        inverse: { type: 'moveNodes', positions: Object.fromEntries(before) },
      };
    }
    case 'setTraining':
      return {
        document: { ...document, training: change.training },
        inverse: { type: 'setTraining', training: document.training },
      };
    case 'setName':
      return {
        document: { ...document, name: change.name },
        inverse: { type: 'setName', name: document.name },
      };
    default:
      return assertNever(change);
  }
}

function find(nodes: readonly LayerNode[], id: string): { readonly node: LayerNode; readonly index: number } {
  const index = nodes.findIndex((node) => node.id === id);
  const node = nodes[index];
  if (node === undefined) throw new Error(`There is no layer "${id}" to edit.`);
  return { node, index };
}
