import { assertNever } from '../assertNever';
import type { LayerConfig } from '../layers/fields';
import type { Block, LayerEdge, LayerNode, NetworkDocument, Note, Position } from './document';
import { find, move, setBlocks, setFactors, setFrozen, withNotes, withTags } from './documentItems';
import type { StartingWeightsReference } from './startingWeights';
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
  /** Moves layers and the cards of blocks. */
  | {
      readonly type: 'moveNodes';
      readonly positions: Readonly<Record<string, Position>>;
      readonly blocks?: Readonly<Record<string, Position>>;
    }
  /** `index` is the block's place in the document. */
  | { readonly type: 'addBlock'; readonly block: Block; readonly index: number }
  /** Layers and blocks in it leave it by changes of their own, before it. */
  | { readonly type: 'removeBlock'; readonly id: string }
  /** Takes the place of the block with the same id. */
  | { readonly type: 'changeBlock'; readonly block: Block }
  /** `index` is the note's place in the document. */
  | { readonly type: 'addNote'; readonly note: Note; readonly index: number }
  | { readonly type: 'removeNote'; readonly id: string }
  /** Takes the place of the note with the same id. */
  | { readonly type: 'changeNote'; readonly note: Note }
  /** Puts layers into blocks, or with null into none. */
  | { readonly type: 'setBlocks'; readonly blocks: Readonly<Record<string, string | null>> }
  /** Whether layers keep their weights in training. */
  | { readonly type: 'setFrozen'; readonly layers: Readonly<Record<string, boolean>> }
  /** What the learning rate of layers is multiplied by. */
  | { readonly type: 'setLearningRateFactors'; readonly factors: Readonly<Record<string, number>> }
  /** Whether normalisations and activations are tags on the cards before them. */
  | { readonly type: 'setTagged'; readonly tagged: boolean }
  /** Null: all weights are drawn. */
  | { readonly type: 'setStartingWeights'; readonly startingWeights: StartingWeightsReference | null }
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
  const { nodes, edges, blocks, notes = [] } = document;
  switch (change.type) {
    case 'addNode':
      return {
        document: { ...document, nodes: nodes.toSpliced(change.index, 0, change.node) },
        inverse: { type: 'removeNode', id: change.node.id },
      };
    case 'removeNode': {
      const { item: node, index } = find(nodes, change.id);
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
      const { item: node, index } = find(nodes, change.id);
      return {
        document: { ...document, nodes: nodes.with(index, { ...node, config: change.config }) },
        inverse: { type: 'setConfig', id: change.id, config: node.config },
      };
    }
    case 'setLabel': {
      const { item: node, index } = find(nodes, change.id);
      return {
        document: { ...document, nodes: nodes.with(index, { ...node, label: change.label }) },
        inverse: { type: 'setLabel', id: change.id, label: node.label },
      };
    }
    case 'moveNodes': {
      const layers = move(nodes, change.positions);
      if (change.blocks === undefined)
        return {
          document: { ...document, nodes: layers.moved },
          inverse: { type: 'moveNodes', positions: layers.before },
        };
      const cards = move(blocks, change.blocks);
      return {
        document: { ...document, nodes: layers.moved, blocks: cards.moved },
        inverse: { type: 'moveNodes', positions: layers.before, blocks: cards.before },
      };
    }
    case 'addBlock':
      return {
        document: { ...document, blocks: blocks.toSpliced(change.index, 0, change.block) },
        inverse: { type: 'removeBlock', id: change.block.id },
      };
    case 'removeBlock': {
      const { item: block, index } = find(blocks, change.id);
      return {
        document: { ...document, blocks: blocks.toSpliced(index, 1) },
        inverse: { type: 'addBlock', block, index },
      };
    }
    case 'changeBlock': {
      const { item: block, index } = find(blocks, change.block.id);
      return {
        document: { ...document, blocks: blocks.with(index, change.block) },
        inverse: { type: 'changeBlock', block },
      };
    }
    case 'addNote':
      return {
        document: withNotes(document, notes.toSpliced(change.index, 0, change.note)),
        inverse: { type: 'removeNote', id: change.note.id },
      };
    case 'removeNote': {
      const { item: note, index } = find(notes, change.id);
      return {
        document: withNotes(document, notes.toSpliced(index, 1)),
        inverse: { type: 'addNote', note, index },
      };
    }
    case 'changeNote': {
      const { item: note, index } = find(notes, change.note.id);
      return {
        document: withNotes(document, notes.with(index, change.note)),
        inverse: { type: 'changeNote', note },
      };
    }
    case 'setBlocks': {
      const { nodes: grouped, before } = setBlocks(nodes, new Map(Object.entries(change.blocks)));
      return {
        document: { ...document, nodes: grouped },
        inverse: { type: 'setBlocks', blocks: before },
      };
    }
    case 'setFrozen': {
      const { nodes: set, before } = setFrozen(nodes, new Map(Object.entries(change.layers)));
      return { document: { ...document, nodes: set }, inverse: { type: 'setFrozen', layers: before } };
    }
    case 'setLearningRateFactors': {
      const { nodes: set, before } = setFactors(nodes, new Map(Object.entries(change.factors)));
      return {
        document: { ...document, nodes: set },
        inverse: { type: 'setLearningRateFactors', factors: before },
      };
    }
    case 'setTagged':
      return {
        document: withTags(document, change.tagged),
        inverse: { type: 'setTagged', tagged: document.tagged ?? false },
      };
    case 'setStartingWeights': {
      const { startingWeights: before = null, ...others } = document;
      const { startingWeights } = change;
      return {
        document: startingWeights === null ? others : { ...others, startingWeights },
        inverse: { type: 'setStartingWeights', startingWeights: before },
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
