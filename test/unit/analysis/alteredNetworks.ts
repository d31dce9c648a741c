import fc from 'fast-check';
import { assertNever } from '../../../src/network/assertNever';
import type { LayerEdge, LayerNode, NetworkDocument } from '../../../src/network/graph/document';
import { checkEdge } from '../../../src/network/graph/projectParts';
import { defaultConfig } from '../../../src/network/layers/config';
import { layerKinds } from '../../../src/network/layers/registry';
import { moderateConfigs } from '../layers/moderateConfigs';
import { trainableNetworks } from './trainableNetworks';

/** What happens to a network on the canvas while it is drawn, and breaks it more often than not. */
type Alteration =
  | { readonly type: 'cut' | 'delete' | 'resize'; readonly place: number }
  | { readonly type: 'lead' | 'connect'; readonly place: number; readonly other: number }
  | { readonly type: 'configure'; readonly place: number; readonly seed: number }
  | { readonly type: 'become'; readonly place: number; readonly kind: string };

const place = fc.nat({ max: 40 });
const alterations: fc.Arbitrary<Alteration> = fc.oneof(
  fc.record({ type: fc.constantFrom('cut', 'delete', 'resize'), place }),
  fc.record({ type: fc.constantFrom('lead', 'connect'), place, other: place }),
  fc.record({ type: fc.constant('configure'), place, seed: fc.nat() }),
  fc.record({
    type: fc.constant('become'),
    place,
    kind: fc.constantFrom(...layerKinds.map(({ kind }) => kind), 'conv9d'),
  }),
);

/** Networks that would train, but for one to three changes. They keep their Input and their Output. */
export const alteredNetworks: fc.Arbitrary<NetworkDocument> = fc
  .tuple(trainableNetworks, fc.array(alterations, { minLength: 1, maxLength: 3 }))
  .map(([{ document }, changes]) => changes.reduce(alteredAsFilesAllow, document));

/** No file and no edit holds a connection into an input that its layer doesn't have. */
function alteredAsFilesAllow(document: NetworkDocument, alteration: Alteration): NetworkDocument {
  const changed = altered(document, alteration);
  const nodes = new Map(changed.nodes.map((node) => [node.id, node]));
  return { ...changed, edges: changed.edges.filter((edge) => checkEdge(edge, nodes) === null) };
}

function altered(document: NetworkDocument, alteration: Alteration): NetworkDocument {
  const { nodes, edges } = document;
  const node = at(nodes, alteration.place);
  // The last connection may be gone already.
  const edge = edges[alteration.place % edges.length];
  const isEnd = node.kind === 'input' || node.kind === 'output';
  switch (alteration.type) {
    case 'cut':
      return { ...document, edges: edges.filter((kept) => kept !== edge) };
    case 'delete':
      if (isEnd) return document;
      return {
        ...document,
        nodes: nodes.filter((kept) => kept !== node),
        edges: edges.filter(({ from, to }) => from !== node.id && to !== node.id),
      };
    case 'resize':
      return withNode(document, { ...at(nodes, 0), config: { height: 5, width: 2, channels: 3 } });
    case 'lead': {
      const from = at(nodes, alteration.other);
      if (from.kind === 'output') return document;
      return { ...document, edges: edges.map((kept) => (kept === edge ? { ...kept, from: from.id } : kept)) };
    }
    case 'connect':
      return connected(document, node, at(nodes, alteration.other));
    case 'configure': {
      const kind = layerKinds.find(({ kind }) => kind === node.kind);
      if (kind === undefined || isEnd) return document;
      const [config = {}] = fc.sample(moderateConfigs(kind), { numRuns: 1, seed: alteration.seed });
      return withNode(document, { ...node, config });
    }
    case 'become': {
      const kind = layerKinds.find(({ kind }) => kind === alteration.kind);
      if (isEnd) return document;
      return withNode(document, {
        ...node,
        kind: alteration.kind,
        config: kind === undefined ? node.config : defaultConfig(kind),
      });
    }
    default:
      return assertNever(alteration);
  }
}

/** Adds a connection where the receiving layer has a free input. */
function connected(document: NetworkDocument, from: LayerNode, to: LayerNode): NetworkDocument {
  const kind = layerKinds.find(({ kind }) => kind === to.kind);
  const taken = document.edges.filter((edge) => edge.to === to.id).map(({ input }) => input);
  const full = kind?.inputs === 'none' || (kind?.inputs === 'one' && taken.length > 0);
  if (kind === undefined || full || from.kind === 'output') return document;
  const edge: LayerEdge = { from: from.id, to: to.id, input: Math.max(-1, ...taken) + 1 };
  return { ...document, edges: [...document.edges, edge] };
}

function withNode(document: NetworkDocument, changed: LayerNode): NetworkDocument {
  return { ...document, nodes: document.nodes.map((node) => (node.id === changed.id ? changed : node)) };
}

/** The item at a place that is counted round. */
function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to alter.');
  return item;
}
