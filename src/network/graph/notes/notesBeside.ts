import type { LayerNode, NetworkDocument, Position } from '../document';
import { applyEdit, type Edit } from '../edits';
import { placeNotes } from './noteEdits';
import { roomForNotes } from './roomForNotes';

/**
 * An edit that puts layers in order, with changes behind it that let each note stay beside the layer that it is nearest
 * to, and make room for as many lines as it has.
 */
export function withNotesBeside(network: NetworkDocument, edit: Edit): Edit {
  const { notes = [] } = network;
  if (notes.length === 0) return edit;
  const { document } = applyEdit(network, edit);
  const after = new Map(document.nodes.map(({ id, position }) => [id, position]));
  const staying = network.nodes.filter(({ id }) => after.has(id));
  const positions = new Map<string, Position>();
  for (const { id, position } of notes) {
    const near = nearest(staying, position);
    const to = near === null ? undefined : after.get(near.id);
    if (near === null || to === undefined) continue;
    const by = { x: to.x - near.position.x, y: to.y - near.position.y };
    positions.set(id, { x: position.x + by.x, y: position.y + by.y });
  }
  const beside = [...edit.changes, ...placeNotes(document, positions)];
  const { document: placed } = applyEdit(network, { ...edit, changes: beside });
  return { ...edit, changes: [...beside, ...roomForNotes(placed)] };
}

function nearest(layers: readonly LayerNode[], { x, y }: Position): LayerNode | null {
  const distance = ({ position }: LayerNode) => Math.hypot(position.x - x, position.y - y);
  return layers.reduce<LayerNode | null>(
    (best, layer) => (best === null || distance(layer) < distance(best) ? layer : best),
    null,
  );
}
