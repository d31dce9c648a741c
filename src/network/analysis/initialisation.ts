import type { Wiring } from '../graph/wiring';
import type { LayerKind, WeightDeclaration } from '../layers/defineLayer';
import { findLayerKind } from '../layers/registry';
import type { ResolvedWeight } from './analysis';

/** For each node the first activation behind it, through layers that keep sign and scale; absent where none follows. */
export type ActivationsBehind = ReadonlyMap<string, LayerKind>;

/**
 * Finds the activation behind each node. Where the way forks, the edge that comes first in the document
 * and leads to an activation decides.
 */
export function findActivationsBehind(order: readonly string[], wiring: Wiring): ActivationsBehind {
  const behind = new Map<string, LayerKind>();
  for (const id of order.toReversed())
    for (const { to } of wiring.outgoing(id)) {
      const kind = findLayerKind(wiring.nodes.get(to)?.kind ?? '');
      const activation = kind?.suits !== undefined ? kind : kind?.transparent ? behind.get(to) : undefined;
      if (activation === undefined) continue;
      behind.set(id, activation);
      break;
    }
  return behind;
}

/**
 * Settles a weight's initialiser. `auto` takes He normal in front of a ReLU and its kin, which halve the
 * variance (He et al. 2015, eq. 10), and Glorot uniform elsewhere (Glorot & Bengio 2010, eq. 16).
 */
export function settleInitialiser(
  declaration: WeightDeclaration,
  activation: LayerKind | undefined,
): ResolvedWeight {
  const { initialiser } = declaration;
  if (initialiser.type !== 'auto') return { ...declaration, initialiser, initialiserReason: null };
  const because = `${activation?.label ?? 'no activation'} follows`;
  return activation?.suits === 'he'
    ? { ...declaration, initialiser: { type: 'heNormal' }, initialiserReason: `He normal: ${because}` }
    : {
        ...declaration,
        initialiser: { type: 'glorotUniform' },
        initialiserReason: `Glorot uniform: ${because}`,
      };
}
