import type { NetworkDocument } from '../../network/graph/document';
import { mainOutput } from '../../network/graph/mainOutput';
import { wire } from '../../network/graph/wiring';
import { layerKind } from '../../network/layers/registry';
import type { TelemetryNode } from '../trainingExecutor';

/** Where the evidence for a class is looked at, and how. */
export type MapPlace =
  /** The layer that a global average pool takes in, and the dense layer behind that. */
  | { readonly method: 'cam'; readonly node: string; readonly dense: string }
  | { readonly method: 'gradCam'; readonly node: string };

/** Layers that pass a vector on as it is, outside training. */
const passing = new Set(['flatten', 'dropout', 'stochasticDepth']);

/** The layers that have an image as their output, of more than one place, in forward order. */
export function mappableLayers(nodes: readonly TelemetryNode[]): readonly TelemetryNode[] {
  return nodes.filter(({ outputShape }, place) => {
    const [height = 1, width = 1] = outputShape;
    return place > 0 && outputShape.length === 3 && height * width > 1;
  });
}

/** The layer that is asked for, or the one that tells best where `node` is null; null where the network has none. */
export function mapPlace(
  document: NetworkDocument,
  nodes: readonly TelemetryNode[],
  node: string | null,
): MapPlace | null {
  const mappable = mappableLayers(nodes);
  const pooled = pooledLayer(document);
  const exact = pooled !== null && mappable.some(({ id }) => id === pooled.node) ? pooled : null;
  if (node !== null && node !== exact?.node)
    return mappable.some(({ id }) => id === node) ? { method: 'gradCam', node } : null;
  if (exact !== null) return { method: 'cam', ...exact };
  const kindOf = (id: string) => layerKind(document.nodes.find((layer) => layer.id === id)?.kind ?? '');
  const last = mappable.findLast(({ id }) => kindOf(id).category === 'convolution') ?? mappable.at(-1);
  if (last === undefined) return null;
  return { method: 'gradCam', node: activated(document, last.id) };
}

/** Behind normalisation and activation where they follow directly: what the next layers see of a convolution. */
function activated(document: NetworkDocument, convolution: string): string {
  const wiring = wire(document);
  let node = convolution;
  for (;;) {
    const [edge, ...others] = wiring.outgoing(node);
    const next = wiring.nodes.get(edge?.to ?? '');
    if (next === undefined || others.length > 0) return node;
    const { category } = layerKind(next.kind);
    if (category !== 'normalization' && category !== 'activation') return node;
    node = next.id;
  }
}

/** Where the main output is a global average pool, a dense layer and nothing else that counts: what the pool takes in. */
function pooledLayer(document: NetworkDocument): { readonly node: string; readonly dense: string } | null {
  const wiring = wire(document);
  const kindOf = (id: string | undefined) => wiring.nodes.get(id ?? '')?.kind;
  const before = (id: string | undefined) => wiring.incoming(id ?? '')[0]?.from;
  let dense = before(mainOutput(document.nodes)?.id);
  if (kindOf(dense) === 'softmax') dense = before(dense);
  if (kindOf(dense) !== 'dense' || dense === undefined) return null;
  let pool = before(dense);
  while (passing.has(kindOf(pool) ?? '')) pool = before(pool);
  const node = before(pool);
  return kindOf(pool) === 'globalAveragePool2d' && node !== undefined ? { node, dense } : null;
}
