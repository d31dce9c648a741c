import type { Analysis } from '../../analysis/analysis';
import type { LayerProblem } from '../../layers/defineLayer';
import { withoutEmptyBlocks } from '../blocks/emptyBlocks';
import type { LayerEdge, NetworkDocument } from '../document';
import { applyEdit, type Change } from '../edits';
import { equalEdges, wire } from '../wiring';
import type { Conversion } from './conversion';
import { type Addition, findAdditions } from './findShortcuts';

/**
 * Takes the shortcuts out, with their projections and their Adds: of the whole network, or of the Adds among the
 * selected layers. All other layers, their settings and their places stay as they are.
 */
export function toPlain(
  document: NetworkDocument,
  analysis: Analysis,
  selection?: ReadonlySet<string>,
): Conversion {
  const additions = findAdditions(document, analysis).filter(({ add }) => selection?.has(add) ?? true);
  if (additions.length === 0) return { problem: nothingToRemove(selection !== undefined) };
  let changed = document;
  const changes: Change[] = [];
  const place = new Map(analysis.order.map((id, index) => [id, index]));
  // From the last in the direction of data: then taking out one leaves the connections into those in front as they are.
  for (const addition of additions.toSorted((a, b) => (place.get(b.add) ?? 0) - (place.get(a.add) ?? 0))) {
    // An Add that stood on a shortcut has gone with it.
    if (!changed.nodes.some(({ id }) => id === addition.add)) continue;
    const step = removal(changed, addition);
    changed = applyEdit(changed, { label: '', changes: step }).document;
    changes.push(...step);
  }
  const shortcuts = additions.flatMap((addition) => addition.shortcuts);
  const projected = shortcuts.filter(({ layers }) => layers.length > 0).length;
  const edit = withoutEmptyBlocks(document, { label: 'Convert to plain', changes });
  return { edit, shortcuts: shortcuts.length, projected };
}

/** Takes the shortcuts of one Add out, and the Add where nothing else is added: the main path then leads on from its place. */
function removal(document: NetworkDocument, { add, shortcuts, complete }: Addition): readonly Change[] {
  const edges = [...new Set(shortcuts.flatMap((shortcut) => shortcut.edges))];
  const layers = new Set(shortcuts.flatMap((shortcut) => shortcut.layers));
  const gone: Change[] = [
    ...edges.map((edge): Change => ({ type: 'removeEdge', edge })),
    ...[...layers].map((id): Change => ({ type: 'removeNode', id })),
  ];
  if (!complete) return gone;
  const wiring = wire(document);
  const [main] = wiring.incoming(add).filter((edge) => !edges.some((other) => equalEdges(edge, other)));
  if (main === undefined) return gone;
  const left = document.edges.filter((edge) => !edges.some((other) => equalEdges(edge, other)));
  return [...gone, ...bridging(left, main), { type: 'removeNode', id: add }];
}

/** Leads the main path to what comes behind the Add: the first of these connections takes the place of the main path's. */
function bridging(edges: readonly LayerEdge[], main: LayerEdge): readonly Change[] {
  const changes: Change[] = [];
  const order = [...edges];
  const replace = (edge: LayerEdge, by: LayerEdge | null) => {
    const index = order.findIndex((other) => equalEdges(other, edge));
    changes.push({ type: 'removeEdge', edge });
    order.splice(index, 1);
    if (by === null) return;
    changes.push({ type: 'addEdge', edge: by, index });
    order.splice(index, 0, by);
  };
  const behind = edges.filter(({ from }) => from === main.to);
  const [first, ...others] = behind;
  if (first === undefined) replace(main, null);
  else {
    replace(first, null);
    replace(main, { ...first, from: main.from });
  }
  for (const edge of others) replace(edge, { ...edge, from: main.from });
  return changes;
}

function nothingToRemove(selected: boolean): LayerProblem {
  return selected
    ? {
        message: 'No shortcut ends in the selected layers.',
        advice: 'Select the Add layers that the shortcuts lead to, or convert the whole network.',
      }
    : {
        message: 'The network has no shortcuts.',
        advice: 'Convert it to a residual network first, or drag a shortcut from a layer’s violet handle.',
      };
}
