import type { NetworkDocument } from '../document';

/** Where data enters a block and leaves it. */
export interface BlockEnds {
  /** Layers inside that take what comes from outside; where nothing does, those without an input. */
  readonly entries: readonly string[];
  /** Layers outside that feed the block. */
  readonly sources: readonly string[];
  /** Layers inside that feed layers outside; where none does, those that feed nothing. */
  readonly exits: readonly string[];
}

export function blockEnds({ nodes, edges }: NetworkDocument, layers: readonly string[]): BlockEnds {
  const inside = new Set(layers);
  const entering = edges.filter(({ from, to }) => inside.has(to) && !inside.has(from));
  const leaving = edges.filter(({ from, to }) => inside.has(from) && !inside.has(to));
  const inner = edges.filter(({ from, to }) => inside.has(from) && inside.has(to));
  const [fed, feeding] = [new Set(inner.map(({ to }) => to)), new Set(inner.map(({ from }) => from))];
  const own = nodes.map(({ id }) => id).filter((id) => inside.has(id));
  return {
    entries: entering.length > 0 ? distinct(entering.map(({ to }) => to)) : own.filter((id) => !fed.has(id)),
    sources: distinct(entering.map(({ from }) => from)),
    exits:
      leaving.length > 0 ? distinct(leaving.map(({ from }) => from)) : own.filter((id) => !feeding.has(id)),
  };
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
