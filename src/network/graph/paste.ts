import type { LayerProblem } from '../layers/defineLayer';
import { layerKind } from '../layers/registry';
import { copiedBlockLabel, freeBlockId, takenBlockLabels } from './blocks/blockName';
import { type Clipping, clip } from './clipping';
import type { Block, LayerNode, NetworkDocument, Note, Position } from './document';
import type { Change, Edit } from './edits';
import { copiedLabel, freeLayerName, takenNames } from './layerName';
import { freeNoteId } from './notes/freeNoteId';
import { projectLimits } from './projectSchema';
import { roomForTags } from './tags/roomForTags';

/** Where pasted layers go: so far from where they were copied, or with the corner of the piece at a place. */
export type PastePlace = { readonly offset: number } | { readonly at: Position };

/** An edit that adds layers and notes, and their ids; or why they can't be added. */
export type PasteResult =
  | { readonly edit: Edit; readonly ids: readonly string[]; readonly notes: readonly string[] }
  | { readonly problem: LayerProblem };

/** Distance in px, right and down, of a copy from its original. */
export const copyOffset = 24;

/**
 * Adds the layers of a clipping with the wiring that they bring. Each keeps its id and its name where they are
 * free here, and gets others where they are taken. The layout among them is kept but for tags that get cards, and the
 * piece moves on until no card lies exactly on another.
 */
export function pasteLayers(document: NetworkDocument, clipping: Clipping, place: PastePlace): PasteResult {
  return addCopies(document, clipping, place, `Paste ${named(clipping)}`);
}

/** Adds copies of layers and notes beside them, wired to one another as they are. */
export function duplicateLayers(
  document: NetworkDocument,
  ids: readonly string[],
  notes: readonly string[] = [],
): PasteResult {
  const clipping = inTheirBlocks(document, clip(document, ids, notes));
  return addCopies(document, clipping, { offset: copyOffset }, `Duplicate ${named(clipping)}`);
}

function named({ nodes, notes = [] }: Clipping): string {
  const [first] = nodes;
  if (notes.length > 0 && nodes.length > 0) return `${nodes.length + notes.length} layers and notes`;
  if (notes.length > 0) return notes.length === 1 ? 'a note' : `${notes.length} notes of the canvas`;
  return nodes.length === 1 && first !== undefined ? first.label : `${nodes.length} layers`;
}

/** Copies within a network stay in the blocks that their originals are in. */
function inTheirBlocks(document: NetworkDocument, { nodes, edges, blocks, notes = [] }: Clipping): Clipping {
  const layers = new Map(document.nodes.map((node) => [node.id, node]));
  const groups = new Map(document.blocks.map((block) => [block.id, block]));
  return {
    nodes: nodes.map((node) => layers.get(node.id) ?? node),
    edges,
    blocks: blocks.map((block) => groups.get(block.id) ?? block),
    ...(notes.length > 0 && { notes }),
  };
}

function addCopies(
  document: NetworkDocument,
  { nodes: copied, edges, blocks, notes = [] }: Clipping,
  place: PastePlace,
  label: string,
): PasteResult {
  const nodes = document.tagged === true ? copied : roomForTags(copied, edges);
  const tooMany = beyondLimits(document, { nodes, edges, blocks, notes });
  if (tooMany !== null) return { problem: tooMany };
  const shift = freeShift(document, [...nodes, ...notes], place);
  const taken = takenNames(document);
  const groups = copyBlocks(document, blocks, shift);
  const ids = new Map<string, string>();
  const copies = nodes.map((node): LayerNode => {
    const id = taken.has(node.id) ? freeLayerName(taken, layerKind(node.kind)) : node.id;
    const name = copiedLabel(taken, node.label);
    ids.set(node.id, id);
    taken.add(id).add(name);
    const copy = { ...node, id, label: name, position: shifted(node.position, shift) };
    return node.block === undefined ? copy : { ...copy, block: groups.ids.get(node.block) ?? node.block };
  });
  const wired = edges.flatMap(({ from, to, input }): Change[] => {
    const [source, target] = [ids.get(from), ids.get(to)];
    if (source === undefined || target === undefined) return [];
    return [{ type: 'addEdge', edge: { from: source, to: target, input } }];
  });
  const added = copies.map(
    (node, index): Change => ({ type: 'addNode', node, index: document.nodes.length + index }),
  );
  const grouped = groups.copies.map(
    (block, index): Change => ({ type: 'addBlock', block, index: document.blocks.length + index }),
  );
  const written = copyNotes(document, notes, shift);
  return {
    edit: { label, changes: [...grouped, ...added, ...wired, ...written.changes] },
    ids: copies.map(({ id }) => id),
    notes: written.ids,
  };
}

/** Notes under ids of their own. */
function copyNotes(
  { notes: present = [] }: NetworkDocument,
  notes: readonly Note[],
  shift: Position,
): { readonly changes: readonly Change[]; readonly ids: readonly string[] } {
  const taken = new Set(present.map(({ id }) => id));
  const copies = notes.map((note): Note => {
    const id = taken.has(note.id) ? freeNoteId(taken) : note.id;
    taken.add(id);
    return { ...note, id, position: shifted(note.position, shift) };
  });
  const changes = copies.map(
    (note, index): Change => ({ type: 'addNote', note, index: present.length + index }),
  );
  return { changes, ids: copies.map(({ id }) => id) };
}

function beyondLimits(
  document: NetworkDocument,
  { nodes, edges, blocks, notes = [] }: Clipping,
): LayerProblem | null {
  const most = projectLimits;
  const fits =
    document.nodes.length + nodes.length <= most.nodes &&
    document.edges.length + edges.length <= most.edges &&
    document.blocks.length + blocks.length <= most.blocks;
  if ((document.notes?.length ?? 0) + notes.length > most.notes)
    return {
      message: `The network would have more than ${most.notes.toLocaleString('en')} notes.`,
      advice: 'Copy fewer at a time, or delete some first.',
    };
  if (fits) return null;
  const [layers, connections] = [most.nodes.toLocaleString('en'), most.edges.toLocaleString('en')];
  return {
    message: `The network would have more than ${layers} layers or blocks, or ${connections} connections.`,
    advice: 'Copy fewer layers at a time, or start another project.',
  };
}

/** Copies of blocks, and the copies' ids by their originals'. A block around them that isn't copied stays theirs. */
function copyBlocks(
  document: NetworkDocument,
  blocks: readonly Block[],
  shift: Position,
): { readonly copies: readonly Block[]; readonly ids: ReadonlyMap<string, string> } {
  const takenIds = new Set(document.blocks.map(({ id }) => id));
  const takenLabels = takenBlockLabels(document);
  const ids = new Map<string, string>();
  for (const { id } of blocks) {
    const copied = takenIds.has(id) ? freeBlockId(takenIds) : id;
    takenIds.add(copied);
    ids.set(id, copied);
  }
  const copies = blocks.map((block): Block => {
    const label = copiedBlockLabel(takenLabels, block.label);
    takenLabels.add(label);
    const parent = block.parent === null ? null : (ids.get(block.parent) ?? block.parent);
    const position = shifted(block.position, shift);
    return { ...block, id: ids.get(block.id) ?? block.id, label, parent, position };
  });
  return { copies, ids };
}

function shifted({ x, y }: Position, shift: Position): Position {
  return { x: within(x + shift.x), y: within(y + shift.y) };
}

/** A layer further out could not be saved. */
function within(coordinate: number): number {
  return Math.min(projectLimits.coordinate, Math.max(-projectLimits.coordinate, coordinate));
}

/** A layer or a note. */
type Placed = Pick<LayerNode, 'position'>;

/** How far the piece moves from where it was copied. */
function freeShift(document: NetworkDocument, nodes: readonly Placed[], place: PastePlace): Position {
  const present: readonly Placed[] = [...document.nodes, ...(document.notes ?? [])];
  const taken = new Set(present.map(({ position }) => `${position.x} ${position.y}`));
  let shift = firstShift(nodes, place);
  while (nodes.some(({ position: { x, y } }) => taken.has(`${x + shift.x} ${y + shift.y}`)))
    shift = { x: shift.x + copyOffset, y: shift.y + copyOffset };
  return shift;
}

function firstShift(nodes: readonly Placed[], place: PastePlace): Position {
  if ('offset' in place) return { x: place.offset, y: place.offset };
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { position } of nodes) {
    left = Math.min(left, position.x);
    top = Math.min(top, position.y);
  }
  return { x: place.at.x - left, y: place.at.y - top };
}
