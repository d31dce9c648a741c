import type { Analysis } from '../analysis/analysis';
import type { LayerNode, NetworkDocument } from '../graph/document';
import { findAdditions } from '../graph/shortcuts/findShortcuts';
import { type Wiring, wire } from '../graph/wiring';
import { easiestWay } from './easiestWay';
import { hasKernel } from './hasKernel';
import { isActivation, isNorm } from './layerTraits';
import { readoutsOf } from './readouts';
import { squeezersInside } from './squeezersInside';

/** What the rules ask of a network's build. */
export interface Structure {
  readonly wiring: Wiring;
  /** Layers with kernels that are trained, in data order. */
  readonly kernelLayers: readonly LayerNode[];
  /** Those that end the network behind an average over the whole image: gradients are not compared with theirs. */
  readonly readouts: ReadonlySet<string>;
  readonly activations: readonly LayerNode[];
  /** Sigmoids and tanhs that could be another activation: not those of gates and outputs. */
  readonly squeezers: readonly LayerNode[];
  /** The activations that no gradient gets past, shortcuts or not. */
  readonly easiestWay: readonly LayerNode[];
  /** Adds at which shortcuts end. */
  readonly additions: readonly string[];
  /** More than half of the layers with kernels have a norm directly behind or in front of them. */
  readonly normalised: boolean;
  /** Additions whose sum goes through a sigmoid, whichever way it takes, so that no shortcut gets past it. */
  readonly squeezedAdditions: readonly string[];
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
  const activations = used.filter(isActivation);
  const easiest = easiestWay(document, analysis, wiring);
  return {
    ...{ wiring, kernelLayers, activations, additions },
    readouts: readoutsOf(document, analysis, wiring),
    squeezers: squeezersInside(activations, easiest, { analysis, wiring }),
    easiestWay: easiest,
    normalised: inner.length > 0 && near.length > inner.length / 2,
    squeezedAdditions: additions.filter((id) => isSqueezed(wiring, id)),
  };
}

/** Whether all that a layer gives goes through a sigmoid, behind norms at most. */
function isSqueezed(wiring: Wiring, id: string): boolean {
  const [next, another] = wiring.outgoing(id).flatMap(({ to }) => wiring.nodes.get(to) ?? []);
  const behindNorm = next !== undefined && another === undefined && isNorm(next);
  return leadsToSigmoids(wiring, behindNorm ? next.id : id);
}

function leadsToSigmoids(wiring: Wiring, id: string): boolean {
  const next = wiring.outgoing(id).map(({ to }) => wiring.nodes.get(to)?.kind);
  return next.length > 0 && next.every((kind) => kind === 'sigmoid');
}

function neighbours(wiring: Wiring, id: string): readonly LayerNode[] {
  const ids = [...wiring.outgoing(id).map(({ to }) => to), ...wiring.incoming(id).map(({ from }) => from)];
  return ids
    .flatMap((other) => wiring.nodes.get(other) ?? [])
    .flatMap((node) => [node, ...through(wiring, node)]);
}

/** In full pre-activation the norm is one activation further off. */
function through(wiring: Wiring, node: LayerNode): readonly LayerNode[] {
  if (!isActivation(node)) return [];
  return wiring.incoming(node.id).flatMap(({ from }) => wiring.nodes.get(from) ?? []);
}
