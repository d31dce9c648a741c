/** The edits that people make to a network. Each function plans one; applyEdit and the history carry it out. */
import { defaultConfig } from '../layers/config';
import type { LayerKind, LayerProblem } from '../layers/defineLayer';
import type { FieldValue } from '../layers/fields';
import { layerKind } from '../layers/registry';
import { blockTree, commonBlock } from './blocks/blockTree';
import { withoutEmptyBlocks } from './blocks/emptyBlocks';
import { moveItems } from './blocks/moveItems';
import { checkConnection } from './connect';
import type { LayerEdge, LayerNode, NetworkDocument, Position } from './document';
import { applyEdit, type Change, type Edit } from './edits';
import { equalValues, nearestAllowed } from './fieldValues';
import { newLayerName } from './layerName';
import { makeRoom } from './makeRoom';
import { projectLimits } from './projectSchema';
import { planRemoval } from './removal';
import type { TrainingSettings } from './trainingSettings';

/** Adds a layer at a position and, with `after`, connects it behind that layer where the rules allow it. */
export function addLayer(
  document: NetworkDocument,
  kind: string,
  position: Position,
  after?: string,
): { readonly edit: Edit; readonly id: string } {
  const definition = layerKind(kind);
  const node = newLayer(document, definition, position);
  const added: Change = { type: 'addNode', node, index: document.nodes.length };
  const edit: Edit = { label: `Add ${definition.label}`, changes: [added] };
  if (after === undefined) return { edit, id: node.id };
  const connection = checkConnection(applyEdit(document, edit).document, after, node.id);
  if (!connection.allowed) return { edit, id: node.id };
  return {
    edit: { ...edit, changes: [added, { type: 'addEdge', edge: connection.edge }] },
    id: node.id,
  };
}

/** Adds a layer at a position and connects it in front of the layer `before` where the rules allow it. */
export function addLayerBefore(
  document: NetworkDocument,
  kind: string,
  position: Position,
  before: string,
): { readonly edit: Edit; readonly id: string } {
  const { edit, id } = addLayer(document, kind, position);
  const connection = connectLayers(applyEdit(document, edit).document, id, before);
  if (!('changes' in connection)) return { edit, id };
  return { edit: { ...edit, changes: [...edit.changes, ...connection.changes] }, id };
}

/**
 * Puts a layer on an edge, and into the block that the edge is in; cards behind it move where they would overlap. A layer that can't pass data on
 * (Input, Output) is added beside the edge without a connection.
 */
export function insertLayer(
  document: NetworkDocument,
  edge: LayerEdge,
  kind: string,
  position: Position,
): { readonly edit: Edit; readonly id: string } {
  const definition = layerKind(kind);
  if (definition.inputs === 'none' || definition.terminal === true) return addLayer(document, kind, position);
  const room = makeRoom(document, edge, position);
  const block = commonBlock(blockTree(document), [
    existing(document, edge.from),
    existing(document, edge.to),
  ]);
  const node = { ...newLayer(document, definition, room.position), ...(block !== null && { block }) };
  const changes: readonly Change[] = [
    ...moveItems(document, room.moved),
    { type: 'addNode', node, index: document.nodes.findIndex(({ id }) => id === edge.from) + 1 },
    { type: 'removeEdge', edge },
    { type: 'addEdge', edge: { from: edge.from, to: node.id, input: 0 } },
    { type: 'addEdge', edge: { from: node.id, to: edge.to, input: edge.input } },
  ];
  return { edit: { label: `Insert ${definition.label}`, changes }, id: node.id };
}

/** Removes layers with their edges, and single edges; closes the chain over a layer that had one input. Blocks go with their last layer. */
export function removeLayers(
  document: NetworkDocument,
  nodeIds: readonly string[],
  edges: readonly LayerEdge[],
): Edit {
  const ids = new Set(nodeIds);
  const removal = planRemoval(document, ids, edges);
  const removed = document.nodes.filter((node) => ids.has(node.id));
  return withoutEmptyBlocks(document, {
    label: removalLabel(document, removed, removal.edges),
    changes: [
      ...removal.edges.map((edge): Change => ({ type: 'removeEdge', edge })),
      ...removed.map((node): Change => ({ type: 'removeNode', id: node.id })),
      ...removal.closing.map((edge): Change => ({ type: 'addEdge', edge })),
    ],
  });
}

/** Connects two layers, or says why they can't be. */
export function connectLayers(document: NetworkDocument, from: string, to: string): Edit | LayerProblem {
  const connection = checkConnection(document, from, to);
  if (!connection.allowed) return { message: connection.message, advice: connection.advice };
  const replaced: Change[] =
    connection.replaces === null ? [] : [{ type: 'removeEdge', edge: connection.replaces }];
  return {
    label: `Connect ${labelOf(document, from)} to ${labelOf(document, to)}`,
    changes: [...replaced, { type: 'addEdge', edge: connection.edge }],
  };
}

/** Sets a field of a layer; numbers beyond the field's limits become the nearest allowed. Throws on another type. */
export function setField(document: NetworkDocument, id: string, field: string, value: FieldValue): Edit {
  const node = existing(document, id);
  const declaration = layerKind(node.kind).fields[field];
  if (declaration === undefined) throw new Error(`${node.kind} has no field "${field}".`);
  const allowed = nearestAllowed(declaration, value);
  const before = node.config[field];
  const label = `Set ${declaration.label.toLowerCase()} of ${node.label}`;
  if (before !== undefined && equalValues(before, allowed)) return { label, changes: [] };
  return { label, changes: [{ type: 'setConfig', id, config: { ...node.config, [field]: allowed } }] };
}

/** Renames a layer; a blank name changes nothing. */
export function renameLayer(document: NetworkDocument, id: string, label: string): Edit {
  const node = existing(document, id);
  const name = tidyName(label);
  const unchanged = name === '' || name === node.label;
  return {
    label: `Rename ${node.label}`,
    changes: unchanged ? [] : [{ type: 'setLabel', id, label: name }],
  };
}

/** Moves layers to new positions (px at 100 % zoom). */
export function moveLayers(document: NetworkDocument, positions: Readonly<Record<string, Position>>): Edit {
  const moved = Object.entries(positions).filter(([id, { x, y }]) => {
    const { position } = existing(document, id);
    return position.x !== x || position.y !== y;
  });
  const [first] = moved;
  const what = moved.length === 1 && first ? labelOf(document, first[0]) : `${moved.length} layers`;
  return {
    label: `Move ${what}`,
    changes: moved.length === 0 ? [] : [{ type: 'moveNodes', positions: Object.fromEntries(moved) }],
  };
}

export function setTraining(document: NetworkDocument, training: TrainingSettings): Edit {
  const unchanged = JSON.stringify(document.training) === JSON.stringify(training);
  return { label: 'Change training settings', changes: unchanged ? [] : [{ type: 'setTraining', training }] };
}

/** Renames the project; a blank name changes nothing. */
export function renameProject(document: NetworkDocument, name: string): Edit {
  const tidied = tidyName(name);
  const unchanged = tidied === '' || tidied === document.name;
  return { label: 'Rename project', changes: unchanged ? [] : [{ type: 'setName', name: tidied }] };
}

function newLayer(document: NetworkDocument, kind: LayerKind, position: Position): LayerNode {
  const name = newLayerName(document, kind);
  return { id: name, kind: kind.kind, label: name, config: defaultConfig(kind), position };
}

function removalLabel(
  document: NetworkDocument,
  nodes: readonly LayerNode[],
  edges: readonly LayerEdge[],
): string {
  const [node] = nodes;
  if (node !== undefined)
    return nodes.length === 1 ? `Delete ${node.label}` : `Delete ${nodes.length} layers`;
  const [edge] = edges;
  if (edge === undefined || edges.length > 1) return `Delete ${edges.length} connections`;
  return `Disconnect ${labelOf(document, edge.from)} from ${labelOf(document, edge.to)}`;
}

function existing(document: NetworkDocument, id: string): LayerNode {
  const node = document.nodes.find((candidate) => candidate.id === id);
  if (node === undefined) throw new Error(`There is no layer "${id}" to edit.`);
  return node;
}

function labelOf(document: NetworkDocument, id: string): string {
  return document.nodes.find((node) => node.id === id)?.label ?? id;
}

function tidyName(name: string): string {
  return name.trim().slice(0, projectLimits.nameLength).trim();
}
