import type { LayerProblem } from '../layers/defineLayer';
import { layerKind } from '../layers/registry';
import { type Clipping, clip } from './clipping';
import type { LayerNode, NetworkDocument, Position } from './document';
import type { Change, Edit } from './edits';
import { copiedLabel, freeLayerName, takenNames } from './layerName';
import { projectLimits } from './projectSchema';

/** Where pasted layers go: so far from where they were copied, or with the corner of the piece at a place. */
export type PastePlace = { readonly offset: number } | { readonly at: Position };

/** An edit that adds layers, and their ids; or why they can't be added. */
export type PasteResult =
  | { readonly edit: Edit; readonly ids: readonly string[] }
  | { readonly problem: LayerProblem };

/** Distance in px, right and down, of a copy from its original. */
export const copyOffset = 24;

/**
 * Adds the layers of a clipping with the wiring that they bring. Each keeps its id and its name where they are
 * free here, and gets others where they are taken. The layout among them is kept, and the piece moves on until no card
 * lies exactly on another.
 */
export function pasteLayers(document: NetworkDocument, clipping: Clipping, place: PastePlace): PasteResult {
  return addCopies(document, clipping, place, `Paste ${named(clipping)}`);
}

/** Adds copies of layers beside them, wired to one another as they are. */
export function duplicateLayers(document: NetworkDocument, ids: readonly string[]): PasteResult {
  const clipping = clip(document, ids);
  return addCopies(document, clipping, { offset: copyOffset }, `Duplicate ${named(clipping)}`);
}

function named({ nodes }: Clipping): string {
  const [first] = nodes;
  return nodes.length === 1 && first !== undefined ? first.label : `${nodes.length} layers`;
}

function addCopies(
  document: NetworkDocument,
  { nodes, edges }: Clipping,
  place: PastePlace,
  label: string,
): PasteResult {
  const { nodes: mostNodes, edges: mostEdges } = projectLimits;
  if (document.nodes.length + nodes.length > mostNodes || document.edges.length + edges.length > mostEdges)
    return {
      problem: {
        message: `The network would have more than ${mostNodes.toLocaleString('en')} layers or ${mostEdges.toLocaleString('en')} connections.`,
        advice: 'Copy fewer layers at a time, or start another project.',
      },
    };
  const shift = freeShift(document, nodes, place);
  const taken = takenNames(document);
  const ids = new Map<string, string>();
  const copies = nodes.map((node): LayerNode => {
    const id = taken.has(node.id) ? freeLayerName(taken, layerKind(node.kind)) : node.id;
    const copied = copiedLabel(taken, node.label);
    ids.set(node.id, id);
    taken.add(id).add(copied);
    const position = { x: within(node.position.x + shift.x), y: within(node.position.y + shift.y) };
    return { ...node, id, label: copied, position };
  });
  const wired = edges.flatMap(({ from, to, input }): Change[] => {
    const [source, target] = [ids.get(from), ids.get(to)];
    if (source === undefined || target === undefined) return [];
    return [{ type: 'addEdge', edge: { from: source, to: target, input } }];
  });
  const added = copies.map(
    (node, index): Change => ({ type: 'addNode', node, index: document.nodes.length + index }),
  );
  return { edit: { label, changes: [...added, ...wired] }, ids: copies.map(({ id }) => id) };
}

/** A layer further out could not be saved. */
function within(coordinate: number): number {
  return Math.min(projectLimits.coordinate, Math.max(-projectLimits.coordinate, coordinate));
}

/** How far the piece moves from where it was copied. */
function freeShift(document: NetworkDocument, nodes: readonly LayerNode[], place: PastePlace): Position {
  const taken = new Set(document.nodes.map(({ position }) => `${position.x} ${position.y}`));
  let shift = firstShift(nodes, place);
  while (nodes.some(({ position: { x, y } }) => taken.has(`${x + shift.x} ${y + shift.y}`)))
    shift = { x: shift.x + copyOffset, y: shift.y + copyOffset };
  return shift;
}

function firstShift(nodes: readonly LayerNode[], place: PastePlace): Position {
  if ('offset' in place) return { x: place.offset, y: place.offset };
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { position } of nodes) {
    left = Math.min(left, position.x);
    top = Math.min(top, position.y);
  }
  return { x: place.at.x - left, y: place.at.y - top };
}
