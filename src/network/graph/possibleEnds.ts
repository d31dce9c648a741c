import { findLayerKind } from '../layers/registry';
import type { NetworkDocument } from './document';
import { downstream, upstream, wire } from './wiring';

/** One end of a connection that is being made: the layer that data comes from (source), or that it goes to (target). */
export interface ConnectionStart {
  readonly node: string;
  readonly type: 'source' | 'target';
}

/** The layers that a connection from this end may lead to: those that checkConnection allows, found in one go. */
export function possibleEnds(
  document: NetworkDocument,
  { node, type }: ConnectionStart,
): ReadonlySet<string> {
  const wiring = wire(document);
  const start = wiring.nodes.get(node);
  if (start === undefined || !canStart(start.kind, type)) return new Set();
  const looping = type === 'source' ? upstream(wiring, [node]) : downstream(wiring, [node]);
  const connected = new Set(
    type === 'source'
      ? wiring.outgoing(node).map(({ to }) => to)
      : wiring.incoming(node).map(({ from }) => from),
  );
  const other = type === 'source' ? 'target' : 'source';
  return new Set(
    document.nodes
      .filter(({ id, kind }) => !looping.has(id) && !connected.has(id) && canStart(kind, other))
      .map(({ id }) => id),
  );
}

/** Whether layers of this kind have the end at all. */
function canStart(kind: string, type: ConnectionStart['type']): boolean {
  const definition = findLayerKind(kind);
  if (definition === undefined) return false;
  return type === 'source' ? definition.terminal !== true : definition.inputs !== 'none';
}
