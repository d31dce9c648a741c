import type { Analysis } from '../analysis/analysis';
import type { LayerNode, NetworkDocument } from '../graph/document';
import { findAdditions } from '../graph/shortcuts/findShortcuts';
import { type Wiring, wire } from '../graph/wiring';
import { findLayerKind } from '../layers/registry';

/** What the rules ask of a network's build. */
export interface Structure {
  readonly wiring: Wiring;
  /** Layers with kernels that are trained, in data order. */
  readonly kernelLayers: readonly LayerNode[];
  readonly activations: readonly LayerNode[];
  /** Adds at which shortcuts end. */
  readonly additions: readonly string[];
  /** More than half of the layers with kernels have a norm directly behind or in front of them. */
  readonly normalised: boolean;
  /** An activation that squeezes (sigmoid or tanh) follows an addition, so that no shortcut gets past it. */
  readonly squeezedAdditions: readonly LayerNode[];
}

export function structureOf(document: NetworkDocument, analysis: Analysis): Structure {
  const wiring = wire(document);
  const used = analysis.order.flatMap((id) => {
    const node = wiring.nodes.get(id);
    return node !== undefined && analysis.nodes.get(id)?.usedInTraining === true ? [node] : [];
  });
  const kernelLayers = used.filter(({ id }) => hasKernel(analysis, id));
  const inner = kernelLayers.slice(0, -1);
  const near = inner.filter(({ id }) => neighbours(wiring, id).some(isNorm));
  const additions = findAdditions(document, analysis).map(({ add }) => add);
  return {
    wiring,
    kernelLayers,
    activations: used.filter(({ kind }) => findLayerKind(kind)?.category === 'activation'),
    additions,
    normalised: inner.length > 0 && near.length > inner.length / 2,
    squeezedAdditions: additions.flatMap((id) =>
      wiring.outgoing(id).flatMap(({ to }) => {
        const node = wiring.nodes.get(to);
        return node !== undefined && squeezes(node) ? [node] : [];
      }),
    ),
  };
}

/** Sigmoid and tanh flatten out on both sides. */
export function squeezes({ kind }: Pick<LayerNode, 'kind'>): boolean {
  return kind === 'sigmoid' || kind === 'tanh';
}

/** Passes positive values and cuts, or nearly, negative ones: half of the variance of values around 0 is lost. */
export function rectifies({ kind }: Pick<LayerNode, 'kind'>): boolean {
  return ['relu', 'relu6', 'leakyRelu', 'prelu', 'elu', 'gelu', 'silu'].includes(kind);
}

export function hasKernel(analysis: Analysis, id: string): boolean {
  return analysis.nodes.get(id)?.weights.some(({ decays }) => decays) ?? false;
}

function neighbours(wiring: Wiring, id: string): readonly LayerNode[] {
  const ids = [...wiring.outgoing(id).map(({ to }) => to), ...wiring.incoming(id).map(({ from }) => from)];
  return ids
    .flatMap((other) => wiring.nodes.get(other) ?? [])
    .flatMap((node) => [node, ...through(wiring, node)]);
}

/** In full pre-activation the norm is one activation further off. */
function through(wiring: Wiring, { id, kind }: LayerNode): readonly LayerNode[] {
  if (findLayerKind(kind)?.category !== 'activation') return [];
  return wiring.incoming(id).flatMap(({ from }) => wiring.nodes.get(from) ?? []);
}

function isNorm({ kind }: LayerNode): boolean {
  return findLayerKind(kind)?.category === 'normalization' && kind !== 'localResponseNorm';
}
