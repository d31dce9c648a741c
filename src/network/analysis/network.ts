import type { LayerNode, NetworkDocument } from '../graph/document';
import { mainOutput, outputsOf } from '../graph/mainOutput';
import { upstream, type Wiring, wire } from '../graph/wiring';
import type { LayerKind } from '../layers/defineLayer';
import { findLayerKind } from '../layers/registry';
import { type DataOrder, orderNodes } from './order';

/** A document as the analysis reads it: indexed, ordered, its ends found. */
export interface Network extends DataOrder {
  readonly document: NetworkDocument;
  readonly wiring: Wiring;
  /** Layers without inputs: where images come in. The unused ones lead to no output. */
  readonly inputs: readonly LayerNode[];
  readonly unusedInputs: readonly LayerNode[];
  /** Terminal layers: where the losses are. */
  readonly outputs: readonly LayerNode[];
  /** The one of them that is evaluated; undefined where there is none. */
  readonly mainOutput: LayerNode | undefined;
  /** Nodes that lead to an output; all nodes while there is no output. */
  readonly used: ReadonlySet<string>;
  kindOf(id: string): LayerKind | undefined;
}

export function readNetwork(document: NetworkDocument): Network {
  const wiring = wire(document);
  const kindOf = (id: string) => findLayerKind(wiring.nodes.get(id)?.kind ?? '');
  const nodes = [...wiring.nodes.values()];
  const outputs = outputsOf(nodes);
  const ends = outputs.length === 0 ? nodes : outputs;
  const used = upstream(
    wiring,
    ends.map((node) => node.id),
  );
  const inputs = nodes.filter((node) => kindOf(node.id)?.inputs === 'none');
  return {
    document,
    wiring,
    ...orderNodes(document, wiring),
    inputs: inputs.filter((node) => used.has(node.id)),
    unusedInputs: inputs.filter((node) => !used.has(node.id)),
    outputs,
    mainOutput: mainOutput(outputs),
    used,
    kindOf,
  };
}
