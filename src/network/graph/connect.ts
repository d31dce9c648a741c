import type { LayerProblem } from '../layers/defineLayer';
import { findLayerKind } from '../layers/registry';
import type { LayerEdge, NetworkDocument } from './document';
import { downstream, wire } from './wiring';

/** Whether two layers may be connected: the edge that would be made, or what stands against it. */
export type ConnectionCheck =
  | {
      readonly allowed: true;
      readonly edge: LayerEdge;
      /** The edge that gives way, where the layer takes one input and has it already. */
      readonly replaces: LayerEdge | null;
    }
  | ({ readonly allowed: false } & LayerProblem);

/**
 * Checks a connection from one layer's output to another's input. One-input layers swap their input for
 * the new one; layers with many inputs take it at the lowest free number.
 */
export function checkConnection(document: NetworkDocument, from: string, to: string): ConnectionCheck {
  const wiring = wire(document);
  const source = wiring.nodes.get(from);
  const target = wiring.nodes.get(to);
  const sourceKind = source && findLayerKind(source.kind);
  const targetKind = target && findLayerKind(target.kind);
  if (!source || !target || !sourceKind || !targetKind)
    return refuse('One of the two layers is not there any more.', 'Choose two layers on the canvas.');
  if (from === to)
    return refuse(
      `${source.label} can't be its own input.`,
      'Connect it to a layer further on; data flows one way, from Input to Output.',
    );
  if (sourceKind.terminal === true)
    return refuse(
      `${source.label} ends the network, so nothing can follow it.`,
      `Connect a layer in front of ${source.label} to ${target.label} instead.`,
    );
  if (targetKind.inputs === 'none')
    return refuse(
      `${target.label} takes no input: it is where the images come in.`,
      `Start the connection at ${target.label} instead, or put ${source.label} behind it.`,
    );
  const incoming = wiring.incoming(to);
  if (incoming.some((edge) => edge.from === from))
    return refuse(
      `${source.label} is connected to ${target.label} already.`,
      'Choose another layer; one connection carries all of the output.',
    );
  if (downstream(wiring, [to]).has(from))
    return refuse(
      `${target.label} comes before ${source.label}, so this connection would close a loop.`,
      `Connect ${target.label} to ${source.label} if you want a shortcut; data flows one way, from Input to Output.`,
    );
  if (targetKind.inputs === 'one')
    return { allowed: true, edge: { from, to, input: 0 }, replaces: incoming[0] ?? null };
  return { allowed: true, edge: { from, to, input: lowestFreeInput(incoming) }, replaces: null };
}

function lowestFreeInput(incoming: readonly LayerEdge[]): number {
  const taken = new Set(incoming.map((edge) => edge.input));
  let input = 0;
  while (taken.has(input)) input += 1;
  return input;
}

function refuse(message: string, advice: string): ConnectionCheck {
  return { allowed: false, message, advice };
}
