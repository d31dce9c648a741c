/** A layer whose result a script holds in a variable. */
interface Computed {
  readonly id: string;
  /** Of the variable, where it is not `x`. */
  readonly name: string;
  readonly inputs: readonly string[];
  /** Whether it only passes its input on, if it has one. */
  readonly passesOn: boolean;
}

/**
 * The variable that holds each layer's result, by node id. A value that the next line alone takes is `x`; one that is taken
 * later, or twice, has its layer's name.
 */
export function resultVariables(nodes: readonly Computed[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  /** What only passes its input on has its variable. */
  const sourceOf = (id: string): string => sources.get(id) ?? id;
  for (const { id, passesOn, inputs } of nodes) {
    const [from] = inputs;
    if (passesOn && from !== undefined) sources.set(id, sourceOf(from));
  }
  const computed = nodes.filter(({ id }) => !sources.has(id));
  const takers = new Map<string, number[]>(computed.map(({ id }) => [id, []]));
  for (const [index, { inputs }] of computed.entries())
    for (const from of inputs) takers.get(sourceOf(from))?.push(index);
  for (const { id, inputs } of nodes)
    if (sources.has(id)) for (const from of inputs) takers.get(sourceOf(from))?.push(computed.length);
  const variables = new Map<string, string>();
  for (const [index, { id, name }] of computed.entries()) {
    const taken = takers.get(id) ?? [];
    variables.set(id, taken.length <= 1 && taken.every((taker) => taker === index + 1) ? 'x' : name);
  }
  for (const id of sources.keys()) variables.set(id, variables.get(sourceOf(id)) ?? 'x');
  return variables;
}
