import { defaultConfig } from '../../layers/config';
import type { LayerConfig } from '../../layers/fields';
import { initialiserFields } from '../../layers/initialiserFields';
import { layerKind } from '../../layers/registry';
import type { LayerNode, NetworkDocument } from '../document';
import type { Wiring } from '../wiring';
import type { ProjectionStyle } from './projection';

/**
 * How a projection is set that is added to this layer's output: as the convolution or Dense layer on the way there,
 * with batch norm behind it where the network has any.
 */
export function projectionStyle(document: NetworkDocument, wiring: Wiring, main: string): ProjectionStyle {
  const anyNorm = document.nodes.find(({ kind }) => kind === 'batchNorm');
  let neighbour: LayerNode | undefined;
  let norm: LayerNode | undefined;
  for (const node of wayBack(wiring, main)) {
    if (node.kind === 'batchNorm') norm ??= node;
    if ('initialiser' in node.config && 'useBias' in node.config) neighbour ??= node;
    if (neighbour !== undefined && (norm !== undefined || anyNorm === undefined)) break;
  }
  norm ??= anyNorm;
  return {
    batchNorm: norm?.config ?? null,
    // Batch norm subtracts the mean, so a bias in front of it is only there where the others have one as well.
    useBias: neighbour === undefined ? norm === undefined : neighbour.config['useBias'] === true,
    initialiser: initialiserOf(neighbour),
  };
}

/** The layers from here back to the first that has several inputs, or none. */
function* wayBack(wiring: Wiring, from: string): Iterable<LayerNode> {
  const seen = new Set<string>();
  let current: string | undefined = from;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    const node = wiring.nodes.get(current);
    if (node === undefined) return;
    yield node;
    const [only, ...others]: readonly { readonly from: string }[] = wiring.incoming(current);
    current = others.length === 0 ? only?.from : undefined;
  }
}

function initialiserOf(neighbour: LayerNode | undefined): LayerConfig {
  const config = neighbour?.config ?? defaultConfig(layerKind('conv2d'));
  return Object.fromEntries(
    Object.keys(initialiserFields).flatMap((name) => {
      const value = config[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
