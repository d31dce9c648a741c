import type { NetworkDocument } from '../document';
import { wire } from '../wiring';

/**
 * The parts of a network that no connection joins, each in the document's order: first those with connections,
 * then the layers that stand alone, together.
 */
export function components(document: NetworkDocument): {
  readonly connected: readonly (readonly string[])[];
  readonly alone: readonly string[];
} {
  const wiring = wire(document);
  const reached = new Map<string, number>();
  let count = 0;
  for (const { id } of document.nodes) {
    if (reached.has(id)) continue;
    const group = new Set([id]);
    // A Set's iteration takes in what is added on the way.
    for (const member of group) {
      reached.set(member, count);
      for (const { to } of wiring.outgoing(member)) group.add(to);
      for (const { from } of wiring.incoming(member)) group.add(from);
    }
    count += 1;
  }
  const groups: string[][] = Array.from({ length: count }, () => []);
  for (const { id } of document.nodes) groups[reached.get(id) ?? 0]?.push(id);
  return {
    connected: groups.filter((group) => group.length > 1),
    alone: groups.filter((group) => group.length === 1).flat(),
  };
}
