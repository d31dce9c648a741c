import type { LayerEdge, NetworkDocument } from '../document';
import type { Edit } from '../edits';
import { removeLayers } from '../layerEdits';
import { removeNotes } from './noteEdits';

interface Selected {
  readonly nodes: readonly string[];
  readonly edges: readonly LayerEdge[];
  readonly notes?: readonly string[];
}

/** Removes layers, connections and notes together. */
export function removeSelected(document: NetworkDocument, { nodes, edges, notes = [] }: Selected): Edit {
  const written = removeNotes(document, notes);
  if (nodes.length + edges.length === 0) return written;
  const layers = removeLayers(document, nodes, edges);
  if (written.changes.length === 0) return layers;
  return {
    label: `Delete ${nodes.length + notes.length} layers and notes`,
    changes: [...layers.changes, ...written.changes],
  };
}
