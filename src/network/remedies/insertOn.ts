import type { LayerEdge, NetworkDocument } from '../graph/document';
import type { Change, Edit } from '../graph/edits';
import { addLayer, insertLayer } from '../graph/layerEdits';
import { canvasGrid } from '../graph/layout';
import { placeOfAdd } from '../graph/shortcuts/placeOfAdd';
import type { PlannedLayer } from '../graph/shortcuts/projection';
import { wire } from '../graph/wiring';
import type { Step } from './inTurn';

/** Puts layers on a connection, one behind the other. */
export function insertOn(edge: LayerEdge, layers: readonly PlannedLayer[]): readonly Step[] {
  // From the last on: each goes between the source and what was put there before it.
  return layers.toReversed().map(
    (layer, placed): Step =>
      (document) => {
        const present = placed === 0 ? edge : newestFrom(document, edge.from);
        const position = placeOfAdd(wire(document), present ?? edge);
        const { edit, id } = insertLayer(document, present ?? edge, layer.kind, position);
        return withSettings(edit, id, layer);
      },
  );
}

/** Adds a layer to the right of another and connects it behind it; without one it stands alone. */
export function addBehind(document: NetworkDocument, layer: PlannedLayer, behind: string | undefined): Edit {
  const before = document.nodes.find(({ id }) => id === behind)?.position;
  const { left, top, column } = canvasGrid;
  const position = before === undefined ? { x: left, y: top } : { x: before.x + column, y: before.y };
  const { edit, id } = addLayer(document, layer.kind, position, behind);
  return withSettings(edit, id, layer);
}

function newestFrom({ edges }: NetworkDocument, source: string): LayerEdge | undefined {
  return edges.findLast(({ from }) => from === source);
}

function withSettings(edit: Edit, id: string, { config }: PlannedLayer): Edit {
  const changes = edit.changes.map(
    (change): Change =>
      change.type === 'addNode' && change.node.id === id
        ? { ...change, node: { ...change.node, config } }
        : change,
  );
  return { ...edit, changes };
}
